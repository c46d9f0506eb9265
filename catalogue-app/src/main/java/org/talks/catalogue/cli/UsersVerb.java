package org.talks.catalogue.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        description = "Helps people who cannot sign in; all else about accounts is at /account/users.",
        synopsisSubcommandLabel = "reset-password",
        mixinStandardHelpOptions = true)
final class UsersVerb {

    @Command(
            name = "reset-password",
            description = {
                "Makes up a new password for an account, an administrator's too, and prints it, this once.",
                "It has to be changed at the next sign-in. The account's sessions end, its tokens stay."
            })
    static final class ResetPassword extends Verb {

        @Parameters(paramLabel = "NAME", description = "The account: admin")
        private String name = "";

        ResetPassword(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            var reset = catalogue().existing().resetPassword(name);
            if (json()) {
                printJson(reset);
            } else {
                print(reset.password());
            }
            if (!reset.enabled()) {
                remark("The account is disabled; an administrator can enable it at /account/users.");
                return Exit.WITH_REMARKS;
            }
            return Exit.OK;
        }
    }
}
