-- Times are milliseconds since 1970-01-01T00:00Z.

CREATE TABLE saved_search (
    -- random, and as good as a password: whoever knows it may read its feed
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name       TEXT NOT NULL,
    query      TEXT NOT NULL,
    -- facet values: a JSON object of arrays
    chosen     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(chosen)),
    created    INTEGER NOT NULL
) STRICT;

CREATE INDEX saved_search_of_account ON saved_search (account_id);

-- Talks that came to match after the search was saved; once each, however often they are found.
CREATE TABLE saved_search_talk (
    search_id TEXT NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
    talk_id   TEXT NOT NULL,
    -- when the event was recorded that made it match
    found     INTEGER NOT NULL,
    PRIMARY KEY (search_id, talk_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX saved_search_talk_by_time ON saved_search_talk (search_id, found);
