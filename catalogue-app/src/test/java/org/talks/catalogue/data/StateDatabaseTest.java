package org.talks.catalogue.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class StateDatabaseTest {

    @TempDir
    private Path temporary;

    private Path file() {
        return temporary.resolve("state.db");
    }

    @Test
    void hasItsTablesAndKeepsThemOverRestarts() {
        try (var state = StateDatabase.open(file())) {
            put(state.jdbc(), "a", "1");
        }
        try (var state = StateDatabase.open(file())) {
            assertThat(get(state.jdbc(), "a")).isEqualTo("1");
            assertThat(state.jdbc()
                            .sql("select name from sqlite_schema where type = 'table' order by name")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "account",
                            "import_rejection",
                            "import_report",
                            "import_source",
                            "saved_search",
                            "saved_search_talk",
                            "setting",
                            "token");
            assertThat(state.jdbc()
                            .sql("pragma user_version")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(StateMigrations.SCRIPTS.size());
        }
    }

    @Test
    void everyScriptIsListed() throws IOException {
        var scripts = new PathMatchingResourcePatternResolver().getResources("classpath:db/state/*.sql");
        assertThat(scripts)
                .extracting(script -> String.valueOf(script.getFilename()))
                .containsExactlyInAnyOrderElementsOf(StateMigrations.SCRIPTS);
    }

    @Test
    void everyConnectionIsDurableAndChecksReferences() {
        try (var state = StateDatabase.open(file())) {
            state.doInTransaction(jdbc -> {
                assertThat(jdbc.sql("pragma journal_mode").query(String.class).single())
                        .isEqualTo("wal");
                assertThat(jdbc.sql("pragma synchronous").query(Integer.class).single())
                        .isEqualTo(2);
            });
            assertThatThrownBy(() -> state.jdbc()
                            .sql(
                                    "insert into token (id, account_id, name, hash, created) values ('t', 'nobody', '', '', 0)")
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("FOREIGN KEY");
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        try (var state = StateDatabase.open(file())) {
            put(state.jdbc(), "a", "1");
            for (var name : new String[] {"state.db", "state.db-wal"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aFailedTransactionLeavesNothing() {
        try (var state = StateDatabase.open(file())) {
            assertThatThrownBy(() -> state.doInTransaction(jdbc -> {
                        put(jdbc, "a", "1");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(state.jdbc()
                            .sql("select count(*) from setting")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void writersWaitForEachOther() throws Exception {
        try (var state = StateDatabase.open(file());
                var threads = Executors.newFixedThreadPool(8)) {
            put(state.jdbc(), "n", "0");
            var increments = IntStream.range(0, 40)
                    .mapToObj(_ -> threads.submit(() -> state.doInTransaction(jdbc -> {
                        var next = Integer.parseInt(get(jdbc, "n")) + 1;
                        jdbc.sql("update setting set value = ? where key = 'n'")
                                .param(Integer.toString(next))
                                .update();
                    })))
                    .toList();
            for (var increment : increments) {
                increment.get();
            }
            assertThat(get(state.jdbc(), "n")).isEqualTo("40");
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() {
        try (var state = StateDatabase.open(file())) {
            state.jdbc().sql("pragma user_version = 99").update();
        }
        assertThatThrownBy(() -> StateDatabase.open(file()))
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(file(), "not a database, but long enough to be taken for the head of one".repeat(20));
        assertThatThrownBy(() -> StateDatabase.open(file()))
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining("cannot be opened as a database");
        assertThat(file()).content().startsWith("not a database");
    }

    private static void put(JdbcClient jdbc, String key, String value) {
        jdbc.sql("insert into setting (key, value) values (?, ?)")
                .param(key)
                .param(value)
                .update();
    }

    private static String get(JdbcClient jdbc, String key) {
        return jdbc.sql("select value from setting where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }
}
