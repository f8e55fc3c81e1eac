-- The audit trail, a chain of hashes for each brand. month is counted from 1970-01 in UTC, position from 1 within brand and month.
-- No table refers to another of these: a month of entries and details is dropped as a whole, and its anchor stays.

CREATE TABLE audit_entry (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    month INTEGER NOT NULL,
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (brand_id, month, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_entry_by_subject ON audit_entry (brand_id, subject_kind, subject_id, month, id);

-- salt and content are null once they were erased; the hash stays.
CREATE TABLE audit_field (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    month INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    personal INTEGER NOT NULL,
    hash BLOB NOT NULL,
    salt BLOB,
    content TEXT,
    PRIMARY KEY (brand_id, month, entry_id, name)
) STRICT, WITHOUT ROWID;

-- The head of the newest month; final for those before.
CREATE TABLE audit_anchor (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    month INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (brand_id, month)
) STRICT, WITHOUT ROWID;

-- How many of the events seen on a day came by comparing with the platform, although the usual way should have brought them.
ALTER TABLE ledger_day ADD COLUMN found_late INTEGER NOT NULL DEFAULT 0;

-- What the checker of the balances counts by.
CREATE INDEX ledger_by_day ON ledger (brand_id, seen_day);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('ledger', 'ledger_by_day', '4000000 100000 300'),
    ('audit_entry', 'audit_entry', '1000000 25000 1000 1'),
    ('audit_entry', 'audit_entry_by_subject', '1000000 25000 8000 2 2 1'),
    ('audit_field', 'audit_field', '3000000 75000 3000 3 1');

ANALYZE sqlite_schema;
