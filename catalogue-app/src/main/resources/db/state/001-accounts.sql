-- Times are milliseconds since 1970-01-01T00:00Z.

CREATE TABLE account (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password_hash TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('READER', 'EDITOR', 'ADMINISTRATOR')),
    -- 1: the password was made by somebody else and must be changed first
    must_change   INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    created       INTEGER NOT NULL,
    -- when it was disabled, null while it is in use
    disabled      INTEGER
) STRICT;

CREATE TABLE token (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name       TEXT NOT NULL,
    -- SHA-256 of the whole token, hexadecimal; the token itself is kept nowhere
    hash       TEXT NOT NULL UNIQUE,
    created    INTEGER NOT NULL,
    -- to the minute
    last_used  INTEGER,
    expires    INTEGER
) STRICT;

CREATE INDEX token_of_account ON token (account_id);
