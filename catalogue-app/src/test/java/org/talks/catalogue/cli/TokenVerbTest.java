package org.talks.catalogue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talks.catalogue.data.DataDirectory;
import org.talks.catalogue.data.StateDatabase;

/// Tokens made straight in the directory, while no server runs.
class TokenVerbTest {

    private static final String ADD_ACCOUNT =
            "insert into account (id, name, password_hash, role, must_change, created) values (?, ?, '', 'EDITOR', ?, 0)";

    @TempDir
    private Path data;

    private final Shell shell = new Shell();

    @BeforeEach
    void accounts() {
        try (var directory = DataDirectory.open(data);
                var state = StateDatabase.open(directory)) {
            state.jdbc().sql(ADD_ACCOUNT).params("account:1", "ana", 0).update();
            state.jdbc().sql(ADD_ACCOUNT).params("account:2", "admin", 1).update();
        }
    }

    @Test
    void theTokenAloneGoesToStandardOutput() {
        assertThat(shell.run("token", "create", "ci", "--account", "ana", "--data=" + data))
                .isEqualTo(Exit.OK);
        assertThat(shell.out()).matches("tc_[A-Za-z0-9_-]{43}\n");
        assertThat(shell.asked).containsExactly("keep quiet");
        assertThat(shell.run("token", "create", "ci", "--account", "ana", "--json", "--data=" + data))
                .isEqualTo(Exit.OK);
        assertThat(shell.out()).startsWith("{\"account\":\"ana\",\"name\":\"ci\",\"secret\":\"tc_");
    }

    @Test
    void anAccountThatCannotHaveOneIsRefusedWithTheReason() {
        assertThat(shell.run("token", "create", "ci", "--data=" + data)).isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).contains("Sign in and change it first").hasLineCount(1);
        assertThat(shell.run("token", "create", "ci", "--account=eve", "--data=" + data))
                .isEqualTo(Exit.CANNOT);
        assertThat(shell.err()).isEqualTo("catalogue: There is no account named eve.\n");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void aProcessOfItsOwnPrintsNothingElseEither() throws Exception {
        var process =
                CliMain.start(data.resolve("classes.log"), "token", "create", "ci", "--account=ana", "--data=" + data);
        assertThat(process.inputReader(StandardCharsets.UTF_8).readAllAsString())
                .matches("tc_[A-Za-z0-9_-]{43}\n");
        assertThat(process.errorReader(StandardCharsets.UTF_8).readAllAsString())
                .isEmpty();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(Exit.OK);
    }
}
