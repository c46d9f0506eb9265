-- Times are milliseconds since 1970-01-01T00:00Z.

CREATE TABLE import_report (
    id          TEXT PRIMARY KEY,
    started     INTEGER NOT NULL,
    finished    INTEGER,
    status      TEXT NOT NULL,
    format      TEXT,
    source_name TEXT NOT NULL,
    actor       TEXT NOT NULL,
    -- numbers of what was read, added, changed, …: a JSON object
    counts      TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)),
    report      TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(report))
) STRICT;

CREATE INDEX import_report_by_start ON import_report (started);

CREATE TABLE import_rejection (
    import_id TEXT NOT NULL REFERENCES import_report (id) ON DELETE CASCADE,
    -- in the order of the source, from 0
    ordinal   INTEGER NOT NULL,
    place     TEXT NOT NULL,
    value     TEXT,
    reason    TEXT NOT NULL,
    remedy    TEXT,
    PRIMARY KEY (import_id, ordinal)
) STRICT, WITHOUT ROWID;
