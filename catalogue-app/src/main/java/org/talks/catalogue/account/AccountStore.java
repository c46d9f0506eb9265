package org.talks.catalogue.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `account`.
final class AccountStore {

    private static final String COLUMNS =
            "select id, name, password_hash, role, must_change, created, disabled from account ";

    private static final int STAMP_CHARACTERS = 32;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// With the hash, which leaves this package nowhere.
    record Row(Account account, String passwordHash) {}

    Optional<Row> find(String id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(AccountStore::row)
                .optional();
    }

    Optional<Row> named(String name) {
        return jdbc.sql(COLUMNS + "where name = ?")
                .param(name)
                .query(AccountStore::row)
                .optional();
    }

    List<Row> all() {
        return jdbc.sql(COLUMNS + "order by name").query(AccountStore::row).list();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    /// Accounts in use that may administer, without the one given.
    long otherAdministrators(String id) {
        return jdbc.sql("select count(*) from account where role = 'ADMINISTRATOR' and disabled is null and id <> ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    void insert(String id, String name, String passwordHash, Role role, Instant created) {
        jdbc.sql("insert into account (id, name, password_hash, role, must_change, created) values (?, ?, ?, ?, 1, ?)")
                .params(id, name, passwordHash, role.name(), created.toEpochMilli())
                .update();
    }

    void setPassword(String id, String passwordHash, boolean mustChange) {
        update(jdbc.sql("update account set password_hash = ?, must_change = ? where id = ?")
                .params(passwordHash, mustChange ? 1 : 0, id));
    }

    void setRole(String id, Role role) {
        update(jdbc.sql("update account set role = ? where id = ?").params(role.name(), id));
    }

    void disable(String id, Instant when) {
        update(jdbc.sql("update account set disabled = ? where id = ?").params(when.toEpochMilli(), id));
    }

    void enable(String id) {
        update(jdbc.sql("update account set disabled = null where id = ?").param(id));
    }

    private static void update(JdbcClient.StatementSpec statement) {
        if (statement.update() != 1) {
            throw new IllegalStateException("The account is gone.");
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var hash = row.getString("password_hash");
        var disabled = row.getLong("disabled");
        var inUse = row.wasNull();
        return new Row(
                new Account(
                        row.getString("id"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("must_change"),
                        Instant.ofEpochMilli(row.getLong("created")),
                        inUse ? null : Instant.ofEpochMilli(disabled),
                        stamp(hash)),
                hash);
    }

    /// Hashes have a salt, so the same password set again gives another stamp too.
    private static String stamp(String passwordHash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(passwordHash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, STAMP_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
