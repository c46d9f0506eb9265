package org.talks.catalogue.searching;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.data.StateDatabase;
import org.talks.search.Facet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The searches that people keep, and what was found for them. Safe for use by several threads.
@Component
public final class SavedSearches implements Waiting {

    /// Each is asked for every batch of changes, so nobody has them without end.
    public static final int PER_ACCOUNT_MAX = 50;

    public static final int NAME_MAX = 100;

    /// 128 bits: nobody guesses another one's feed.
    private static final int ID_BYTES = 16;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "select id, account_id, name, query, chosen, created from saved_search ";

    private final StateDatabase state;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable List<SavedSearch> all;

    SavedSearches(StateDatabase state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /// Newest first.
    public List<SavedSearch> of(String accountId) {
        return state.jdbc()
                .sql(COLUMNS + "where account_id = ? order by created desc, id")
                .param(accountId)
                .query(SavedSearches::row)
                .list();
    }

    public Optional<SavedSearch> find(String id) {
        return state.jdbc()
                .sql(COLUMNS + "where id = ?")
                .param(id)
                .query(SavedSearches::row)
                .optional();
    }

    /// Keeps a search. What matches already is not on its list, only what comes to match from now on.
    ///
    /// @throws Refused.Invalid when the name is missing or too long
    /// @throws Refused.NotNow when the account has too many
    public SavedSearch save(String accountId, String name, String text, Map<Facet, List<String>> chosen) {
        var called = name.strip();
        if (called.isEmpty()) {
            throw new Refused.Invalid("name", "Give the search a name.");
        }
        if (called.length() > NAME_MAX) {
            throw new Refused.Invalid("name", "A name has at most " + NAME_MAX + " characters.");
        }
        var search =
                new SavedSearch(newId(), accountId, called, text.strip(), chosen, Instant.ofEpochMilli(clock.millis()));
        state.doInTransaction(jdbc -> {
            var kept = jdbc.sql("select count(*) from saved_search where account_id = ?")
                    .param(accountId)
                    .query(Integer.class)
                    .single();
            if (kept >= PER_ACCOUNT_MAX) {
                throw new Refused.NotNow(
                        "You keep " + PER_ACCOUNT_MAX + " searches already. Delete one that you need no more.");
            }
            jdbc.sql("insert into saved_search (id, account_id, name, query, chosen, created) values (?,?,?,?,?,?)")
                    .params(
                            search.id(),
                            accountId,
                            search.name(),
                            search.text(),
                            JSON.writeValueAsString(search.chosen()),
                            search.created().toEpochMilli())
                    .update();
        });
        all = null;
        return search;
    }

    /// @throws Refused.NotFound when the account has no such search
    public void delete(String accountId, String id) {
        var deleted = state.jdbc()
                .sql("delete from saved_search where account_id = ? and id = ?")
                .params(accountId, id)
                .update();
        if (deleted == 0) {
            throw new Refused.NotFound("You have no such search.");
        }
        all = null;
    }

    /// What was found for a search, the latest first.
    public List<SavedSearch.Found> found(String id, int limit) {
        return state.jdbc()
                .sql("select talk_id, found from saved_search_talk where search_id = ? order by found desc, talk_id"
                        + " limit ?")
                .params(id, limit)
                .query((row, n) -> new SavedSearch.Found(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .list();
    }

    public long foundCount(String id) {
        return state.jdbc()
                .sql("select count(*) from saved_search_talk where search_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /// From memory.
    @Override
    public List<SavedSearch> all() {
        var known = all;
        if (known == null) {
            known = state.jdbc()
                    .sql(COLUMNS + "order by id")
                    .query(SavedSearches::row)
                    .list();
            all = known;
        }
        return known;
    }

    /// What concerns a search that was deleted meanwhile is dropped.
    @Override
    public void add(Collection<Arrival> arrivals) {
        state.doInTransaction(jdbc -> arrivals.forEach(
                arrival -> jdbc.sql("insert or ignore into saved_search_talk (search_id, talk_id, found)"
                                + " select id, ?, ? from saved_search where id = ?")
                        .params(arrival.talkId(), arrival.found().toEpochMilli(), arrival.searchId())
                        .update()));
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SavedSearch row(ResultSet row, int number) throws SQLException {
        Map<String, List<String>> stored =
                JSON.readValue(row.getString("chosen"), new TypeReference<Map<String, List<String>>>() {});
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            // By name: a facet that a later version has no more is left out.
            chosen.put(facet, stored.getOrDefault(facet.name(), List.of()));
        }
        return new SavedSearch(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("name"),
                row.getString("query"),
                chosen,
                Instant.ofEpochMilli(row.getLong("created")));
    }
}
