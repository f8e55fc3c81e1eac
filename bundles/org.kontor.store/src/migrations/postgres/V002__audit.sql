-- The audit trail, a chain of hashes for each brand. month is counted from 1970-01 in UTC, position from 1 within brand and month.
-- No table refers to another of these: a month of entries and details is dropped as a whole, and its anchor stays.

CREATE TABLE audit_entry (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    month integer NOT NULL,
    id bigint NOT NULL,
    position bigint NOT NULL,
    at bigint NOT NULL,
    actor_id bigint NOT NULL,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (brand_id, month, id)
) PARTITION BY RANGE (month);

CREATE TABLE audit_entry_rest PARTITION OF audit_entry DEFAULT;

CREATE INDEX audit_entry_by_subject ON audit_entry (brand_id, subject_kind, subject_id, month, id);

-- salt and content are null once they were erased; the hash stays.
CREATE TABLE audit_field (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    month integer NOT NULL,
    entry_id bigint NOT NULL,
    name text NOT NULL,
    personal smallint NOT NULL,
    hash bytea NOT NULL,
    salt bytea,
    content text,
    PRIMARY KEY (brand_id, month, entry_id, name)
) PARTITION BY RANGE (month);

CREATE TABLE audit_field_rest PARTITION OF audit_field DEFAULT;

-- The head of the newest month; final for those before.
CREATE TABLE audit_anchor (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    month integer NOT NULL,
    entries bigint NOT NULL,
    last_id bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (brand_id, month)
);

-- How many of the events seen on a day came by comparing with the platform, although the usual way should have brought them.
ALTER TABLE ledger_day ADD COLUMN found_late bigint NOT NULL DEFAULT 0;

-- What the checker of the balances counts by.
CREATE INDEX ledger_by_day ON ledger (brand_id, seen_day);
