-- Addresses that are fetched again and again. Times are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE import_source (
    id            TEXT PRIMARY KEY,
    url           TEXT NOT NULL UNIQUE,
    format        TEXT,
    zone          TEXT,
    -- 0: only when somebody asks
    every_minutes INTEGER NOT NULL,
    -- 1: what changed is applied at once, 0: it waits for a person
    apply         INTEGER NOT NULL CHECK (apply IN (0, 1)),
    added         INTEGER NOT NULL,
    added_by      TEXT NOT NULL,
    checked       INTEGER,
    outcome       TEXT NOT NULL DEFAULT '',
    etag          TEXT,
    last_modified TEXT,
    body_hash     TEXT,
    import_id     TEXT
) STRICT;
