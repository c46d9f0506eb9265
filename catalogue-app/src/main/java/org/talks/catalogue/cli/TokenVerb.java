package org.talks.catalogue.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "Manages the tokens with which programs change the catalogue.",
        synopsisSubcommandLabel = "create",
        mixinStandardHelpOptions = true)
final class TokenVerb {

    @Command(
            name = "create",
            description = {
                "Makes a token for a program and prints it, this once.",
                "The program sends it as Authorization: Bearer tc_… and may do what the account may."
            })
    static final class Create extends Verb {

        @Parameters(paramLabel = "NAME", description = "What will use the token.")
        private String name = "";

        @Option(
                names = "--account",
                paramLabel = "ACCOUNT",
                defaultValue = "admin",
                description = "The account it stands for; ${DEFAULT-VALUE} by default.")
        private String account = "";

        Create(Terminal terminal, Application application) {
            super(terminal, application);
        }

        @Override
        public Integer call() {
            var secret = catalogue().existing().createToken(account, name);
            if (json()) {
                record Made(String account, String name, String secret) {}
                printJson(new Made(account, name, secret));
            } else {
                print(secret);
            }
            return Exit.OK;
        }
    }
}
