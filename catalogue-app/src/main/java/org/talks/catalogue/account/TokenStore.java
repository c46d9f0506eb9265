package org.talks.catalogue.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talks.catalogue.account.Tokens.Token;

/// The table `token`.
final class TokenStore {

    private static final String COLUMNS = "select id, account_id, name, created, last_used, expires from token ";

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Owned(String accountId, Token token) {}

    List<Token> of(String accountId) {
        return jdbc
                .sql(COLUMNS + "where account_id = ? order by created desc, id desc")
                .param(accountId)
                .query(TokenStore::row)
                .list()
                .stream()
                .map(Owned::token)
                .toList();
    }

    Optional<Owned> byHash(String hash) {
        return jdbc.sql(COLUMNS + "where hash = ?")
                .param(hash)
                .query(TokenStore::row)
                .optional();
    }

    void insert(String accountId, Token token, String hash) {
        jdbc.sql("insert into token (id, account_id, name, hash, created, expires) values (?, ?, ?, ?, ?, ?)")
                .params(
                        token.id(),
                        accountId,
                        token.name(),
                        hash,
                        token.created().toEpochMilli())
                .param(token.expires() == null ? null : token.expires().toEpochMilli())
                .update();
    }

    void used(String id, Instant when) {
        jdbc.sql("update token set last_used = ? where id = ?")
                .params(when.toEpochMilli(), id)
                .update();
    }

    boolean delete(String accountId, String id) {
        return jdbc.sql("delete from token where account_id = ? and id = ?")
                        .params(accountId, id)
                        .update()
                == 1;
    }

    private static Owned row(ResultSet row, int number) throws SQLException {
        return new Owned(
                row.getString("account_id"),
                new Token(
                        row.getString("id"),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("created")),
                        instant(row, "last_used"),
                        instant(row, "expires")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
