-- Times are nanoseconds since 1970-01-01T00:00Z; the greatest number there is means "never". Truth is 0 or 1.
-- Names of states are those of the Java enums. Brand data has the key (brand_id, id); see docs/store.md.

-- Agency-wide tables: app_user, user_grant, client, brand.

CREATE TABLE app_user (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT;

CREATE TABLE client (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE brand (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    zone TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;

CREATE INDEX brand_by_client ON brand (client_id);

CREATE TABLE user_grant (
    user_id INTEGER NOT NULL REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    access_right TEXT NOT NULL,
    PRIMARY KEY (user_id, brand_id, access_right)
) STRICT, WITHOUT ROWID;

-- Accounts

CREATE TABLE account (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    name TEXT NOT NULL,
    work_from INTEGER NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY (brand_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_setting (
    brand_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (brand_id, account_id, name),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE account_status (
    brand_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    last_read INTEGER,
    last_event INTEGER,
    last_send INTEGER,
    fault_kind TEXT,
    fault_detail TEXT,
    fault_setting TEXT,
    fault_retry_at INTEGER,
    next_try INTEGER,
    expires INTEGER,
    PRIMARY KEY (brand_id, account_id),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE account_cursor (
    brand_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (brand_id, account_id),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Content kept by its SHA-256

CREATE TABLE blob (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    hash BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (brand_id, hash)
) STRICT;

-- Ledger. A payload of at most 64 KiB is in ledger_payload, a larger one in blob under the same hash: rows of the ledger
-- change their outcome, and SQLite would write the payload again with them.

CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    brand_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    external_id TEXT NOT NULL,
    hash BLOB NOT NULL,
    origin TEXT NOT NULL,
    media_type TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    seen_day INTEGER NOT NULL,
    repeats INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    UNIQUE (brand_id, id),
    UNIQUE (brand_id, account_id, external_id, hash),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ledger_waiting ON ledger (brand_id, account_id, id) WHERE outcome = 'WAITING';

CREATE TABLE ledger_payload (
    brand_id INTEGER NOT NULL,
    ledger_id INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (brand_id, ledger_id),
    FOREIGN KEY (brand_id, ledger_id) REFERENCES ledger (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Kept by day of the brand; the day is counted from 1970-01-01.
CREATE TABLE ledger_day (
    brand_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    unreadable INTEGER NOT NULL,
    own_echo INTEGER NOT NULL,
    not_an_inquiry INTEGER NOT NULL,
    PRIMARY KEY (brand_id, account_id, day),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- People

CREATE TABLE contact (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    id INTEGER NOT NULL,
    PRIMARY KEY (brand_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
    brand_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    external_id TEXT NOT NULL,
    handle TEXT NOT NULL,
    display_name TEXT NOT NULL,
    avatar TEXT,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, channel, external_id),
    FOREIGN KEY (brand_id, contact_id) REFERENCES contact (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX profile_by_contact ON profile (brand_id, contact_id);

-- Conversations. assignee_id is 0 for nobody; due and waiting_since are "never" for none, so that they sort last.

CREATE TABLE conversation (
    brand_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    channel TEXT NOT NULL,
    root TEXT NOT NULL,
    visibility TEXT NOT NULL,
    customer_id INTEGER,
    customer_name TEXT NOT NULL,
    subject TEXT,
    preview TEXT NOT NULL,
    state TEXT NOT NULL,
    inquiry_id INTEGER,
    waiting_since INTEGER NOT NULL,
    due INTEGER NOT NULL,
    snoozed_until INTEGER,
    assignee_id INTEGER NOT NULL,
    send_trouble INTEGER NOT NULL,
    unreadable INTEGER NOT NULL,
    language TEXT,
    language_source TEXT,
    intent TEXT,
    intent_source TEXT,
    sentiment REAL,
    sentiment_source TEXT,
    urgency REAL,
    urgency_source TEXT,
    reach INTEGER,
    reach_source TEXT,
    message_count INTEGER NOT NULL,
    last_activity INTEGER NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, account_id, root),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_by_urgency ON conversation (brand_id, state, due, waiting_since, id, channel, assignee_id);
CREATE INDEX conversation_by_activity ON conversation (brand_id, state, last_activity, id, channel, assignee_id);
CREATE INDEX conversation_in_trouble ON conversation (brand_id, id) WHERE send_trouble = 1;
CREATE INDEX conversation_unreadable ON conversation (brand_id, id) WHERE unreadable = 1;

CREATE TABLE conversation_participant (
    brand_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    profile_id INTEGER NOT NULL,
    PRIMARY KEY (brand_id, conversation_id, profile_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, profile_id) REFERENCES profile (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX participant_by_profile ON conversation_participant (brand_id, profile_id, conversation_id);

-- How many conversations a queue holds; user_id is 0 except in the queue MINE.
CREATE TABLE queue_counter (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    queue TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    held INTEGER NOT NULL,
    PRIMARY KEY (brand_id, queue, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE inquiry (
    brand_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    first_message_id INTEGER NOT NULL,
    began INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    end_kind TEXT,
    end_at INTEGER,
    end_message_id INTEGER,
    end_reason TEXT,
    end_into_id INTEGER,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX inquiry_by_conversation ON inquiry (brand_id, conversation_id);
CREATE INDEX inquiry_by_begin ON inquiry (brand_id, began, end_kind);

-- Messages. What is long stands last, so that a look at the rest does not read it.

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    brand_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    external_id TEXT NOT NULL,
    parent TEXT,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    author_id INTEGER,
    author_name TEXT NOT NULL,
    author_handle TEXT NOT NULL,
    version TEXT NOT NULL,
    versions INTEGER NOT NULL,
    visibility TEXT NOT NULL,
    state TEXT NOT NULL,
    history INTEGER NOT NULL,
    automatic INTEGER NOT NULL,
    attachments INTEGER NOT NULL,
    permalink TEXT,
    reply_target TEXT,
    outbox_id INTEGER,
    source_id INTEGER,
    published_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    looked_at INTEGER NOT NULL DEFAULT 0,
    subject TEXT,
    content TEXT NOT NULL,
    html TEXT,
    UNIQUE (brand_id, id),
    UNIQUE (brand_id, account_id, external_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX message_by_conversation ON message (brand_id, conversation_id, published_at, id);

CREATE TABLE message_version (
    brand_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    version TEXT NOT NULL,
    subject TEXT,
    content TEXT NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (brand_id, message_id, number),
    UNIQUE (brand_id, message_id, version),
    FOREIGN KEY (brand_id, message_id) REFERENCES message (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE attachment (
    brand_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    locator TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER,
    description TEXT,
    blob_hash BLOB,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, message_id) REFERENCES message (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_by_message ON attachment (brand_id, message_id, position);

-- Search over message rows: the rowid is the message's id, the text is folded by SearchText before it comes here.
CREATE VIRTUAL TABLE message_search USING fts5 (
    author,
    subject,
    body,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

-- Agents' work

CREATE TABLE note (
    brand_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    content TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX note_by_conversation ON note (brand_id, conversation_id);

CREATE TABLE draft (
    brand_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    mode TEXT NOT NULL,
    content TEXT NOT NULL,
    cc TEXT NOT NULL,
    bcc TEXT NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (brand_id, conversation_id, author_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_attachment (
    brand_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    description TEXT NOT NULL,
    blob_hash BLOB NOT NULL,
    PRIMARY KEY (brand_id, conversation_id, author_id, position),
    FOREIGN KEY (brand_id, conversation_id, author_id)
        REFERENCES draft (brand_id, conversation_id, author_id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, blob_hash) REFERENCES blob (brand_id, hash) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    brand_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    send_key TEXT NOT NULL,
    mode TEXT NOT NULL,
    reply_target TEXT NOT NULL,
    parent TEXT NOT NULL,
    subject TEXT,
    content TEXT NOT NULL,
    cc TEXT NOT NULL,
    bcc TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    read_backs INTEGER NOT NULL,
    fault_kind TEXT,
    fault_detail TEXT,
    fault_setting TEXT,
    fault_retry_at INTEGER,
    detail TEXT,
    sent_as TEXT,
    created_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    settled_at INTEGER,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, account_id, send_key),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_by_conversation ON outbox (brand_id, conversation_id);
CREATE INDEX outbox_by_sent_id ON outbox (brand_id, account_id, sent_as) WHERE sent_as IS NOT NULL;
CREATE INDEX outbox_at_work ON outbox (brand_id, account_id, state, not_before)
    WHERE state IN ('QUEUED', 'SENDING', 'UNDECIDED', 'FAILED');

CREATE TABLE outbox_attachment (
    brand_id INTEGER NOT NULL,
    outbox_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    description TEXT NOT NULL,
    blob_hash BLOB NOT NULL,
    PRIMARY KEY (brand_id, outbox_id, position),
    FOREIGN KEY (brand_id, outbox_id) REFERENCES outbox (brand_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, blob_hash) REFERENCES blob (brand_id, hash) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Change feed. seq never comes twice, even after old entries were dropped.

CREATE TABLE change_log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    brand_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    changed_id INTEGER NOT NULL,
    UNIQUE (brand_id, seq)
) STRICT;
