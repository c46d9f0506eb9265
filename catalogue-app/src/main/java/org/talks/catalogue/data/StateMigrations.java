package org.talks.catalogue.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/// Brings the tables of `state.db` up to date: numbered SQL files, the number of the last one in SQLite's
/// `user_version`, all missing ones in one transaction. See `docs/decisions/0020-…`.
final class StateMigrations {

    /// In order, append-only: the position in this list is the version of the database.
    static final List<String> SCRIPTS = List.of(
            "001-accounts.sql",
            "002-imports.sql",
            "003-settings.sql",
            "004-saved-searches.sql",
            "005-import-sources.sql");

    private StateMigrations() {}

    static void apply(DataSource database, Path file) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                int version = 0;
                try (var row = statement.executeQuery("pragma user_version")) {
                    version = row.next() ? row.getInt(1) : 0;
                }
                if (version > SCRIPTS.size()) {
                    throw new DataDirectoryException(
                            "%s was written by a newer version of the catalogue (tables %d, this one knows %d). Start that version, or restore a backup."
                                    .formatted(file, version, SCRIPTS.size()),
                            null);
                }
                for (var script : SCRIPTS.subList(version, SCRIPTS.size())) {
                    ScriptUtils.executeSqlScript(
                            connection,
                            new EncodedResource(new ClassPathResource("db/state/" + script), StandardCharsets.UTF_8));
                }
                if (version < SCRIPTS.size()) {
                    statement.execute("pragma user_version = " + SCRIPTS.size());
                }
                connection.commit();
            } catch (SQLException | DataAccessException | DataDirectoryException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("bring state.db up to date", null, e);
        }
    }
}
