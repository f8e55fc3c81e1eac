-- Times are nanoseconds since 1970-01-01T00:00Z; the greatest number there is means "never". Truth is 0 or 1.
-- Names of states are those of the Java enums. Brand data has the key (brand_id, id); see docs/store.md.

-- Agency-wide tables: app_user, user_grant, client, brand; user_role, node_lease, write_token.
-- Roles and their rights come from Wall.java, months of ledger_payload and change_log from Months.java.

CREATE TABLE app_user (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    initials text NOT NULL
);

CREATE TABLE client (
    id bigint PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE brand (
    id bigint PRIMARY KEY,
    client_id bigint NOT NULL REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
    name text NOT NULL,
    colour text NOT NULL,
    zone text NOT NULL,
    signature text NOT NULL
);

CREATE INDEX brand_by_client ON brand (client_id);

CREATE TABLE user_grant (
    user_id bigint NOT NULL REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED,
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    access_right text NOT NULL,
    PRIMARY KEY (user_id, brand_id, access_right)
);

-- Accounts

CREATE TABLE account (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    id bigint NOT NULL,
    channel text NOT NULL,
    name text NOT NULL,
    work_from bigint NOT NULL,
    active smallint NOT NULL,
    PRIMARY KEY (brand_id, id)
);

CREATE TABLE account_setting (
    brand_id bigint NOT NULL,
    account_id bigint NOT NULL,
    name text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (brand_id, account_id, name),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE account_status (
    brand_id bigint NOT NULL,
    account_id bigint NOT NULL,
    last_read bigint,
    last_event bigint,
    last_send bigint,
    fault_kind text,
    fault_detail text,
    fault_setting text,
    fault_retry_at bigint,
    next_try bigint,
    expires bigint,
    PRIMARY KEY (brand_id, account_id),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE account_cursor (
    brand_id bigint NOT NULL,
    account_id bigint NOT NULL,
    position text NOT NULL,
    PRIMARY KEY (brand_id, account_id),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

-- Content kept by its SHA-256

CREATE TABLE blob (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    hash bytea NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (brand_id, hash)
);

-- Ledger. A payload of at most 64 KiB is in ledger_payload, a larger one in blob under the same hash: rows of the ledger
-- change their outcome, payloads are what grows. Ids grow with time, so a month of payloads is a range of ids.

CREATE TABLE ledger (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    external_id text NOT NULL,
    hash bytea NOT NULL,
    origin text NOT NULL,
    media_type text NOT NULL,
    seen_at bigint NOT NULL,
    seen_day bigint NOT NULL,
    repeats integer NOT NULL,
    outcome text NOT NULL,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, account_id, external_id, hash),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ledger_waiting ON ledger (brand_id, account_id, id) WHERE outcome = 'WAITING';

CREATE TABLE ledger_payload (
    brand_id bigint NOT NULL,
    ledger_id bigint NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (brand_id, ledger_id),
    FOREIGN KEY (brand_id, ledger_id) REFERENCES ledger (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) PARTITION BY RANGE (ledger_id);

CREATE TABLE ledger_payload_rest PARTITION OF ledger_payload DEFAULT;

-- Kept by day of the brand; the day is counted from 1970-01-01.
CREATE TABLE ledger_day (
    brand_id bigint NOT NULL,
    account_id bigint NOT NULL,
    day bigint NOT NULL,
    seen bigint NOT NULL,
    waiting bigint NOT NULL,
    stored bigint NOT NULL,
    duplicate bigint NOT NULL,
    unreadable bigint NOT NULL,
    own_echo bigint NOT NULL,
    not_an_inquiry bigint NOT NULL,
    PRIMARY KEY (brand_id, account_id, day),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

-- People

CREATE TABLE contact (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    id bigint NOT NULL,
    PRIMARY KEY (brand_id, id)
);

CREATE TABLE profile (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    contact_id bigint NOT NULL,
    channel text NOT NULL,
    external_id text NOT NULL,
    handle text NOT NULL,
    display_name text NOT NULL,
    avatar text,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, channel, external_id),
    FOREIGN KEY (brand_id, contact_id) REFERENCES contact (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX profile_by_contact ON profile (brand_id, contact_id);

-- Conversations. assignee_id is 0 for nobody; waiting_since, warn and due are "never" for none, so that they sort
-- last. Whether it is escalated is written with the cases.

CREATE TABLE conversation (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    channel text NOT NULL,
    root text NOT NULL,
    visibility text NOT NULL,
    customer_id bigint,
    customer_name text NOT NULL,
    subject text,
    preview text NOT NULL,
    state text NOT NULL,
    inquiry_id bigint,
    waiting_since bigint NOT NULL,
    warn bigint NOT NULL,
    due bigint NOT NULL,
    snoozed_until bigint,
    assignee_id bigint NOT NULL,
    send_trouble smallint NOT NULL,
    unreadable smallint NOT NULL,
    escalated smallint NOT NULL DEFAULT 0,
    language text,
    language_source text,
    intent text,
    intent_source text,
    sentiment double precision,
    sentiment_source text,
    urgency double precision,
    urgency_source text,
    reach bigint,
    reach_source text,
    message_count integer NOT NULL,
    last_activity bigint NOT NULL,
    created bigint NOT NULL,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, account_id, root),
    FOREIGN KEY (brand_id, account_id) REFERENCES account (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX conversation_by_urgency ON conversation (brand_id, state, due, waiting_since, id, channel, assignee_id);
CREATE INDEX conversation_by_activity ON conversation (brand_id, state, last_activity, id, channel, assignee_id);
CREATE INDEX conversation_in_trouble ON conversation (brand_id, id) WHERE send_trouble = 1;
CREATE INDEX conversation_unreadable ON conversation (brand_id, id) WHERE unreadable = 1;
CREATE INDEX conversation_escalated ON conversation (brand_id, id) WHERE escalated = 1;

CREATE TABLE conversation_participant (
    brand_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    profile_id bigint NOT NULL,
    PRIMARY KEY (brand_id, conversation_id, profile_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, profile_id) REFERENCES profile (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX participant_by_profile ON conversation_participant (brand_id, profile_id, conversation_id);

-- How many conversations a queue holds; user_id is 0 except in the queue MINE.
CREATE TABLE queue_counter (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    queue text NOT NULL,
    user_id bigint NOT NULL,
    held bigint NOT NULL,
    PRIMARY KEY (brand_id, queue, user_id)
);

CREATE TABLE inquiry (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    first_message_id bigint NOT NULL,
    began bigint NOT NULL,
    seen bigint NOT NULL,
    end_kind text,
    end_at bigint,
    end_message_id bigint,
    end_reason text,
    end_into_id bigint,
    due bigint NOT NULL DEFAULT 9223372036854775807,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX inquiry_by_conversation ON inquiry (brand_id, conversation_id);
CREATE INDEX inquiry_by_begin ON inquiry (brand_id, began, end_kind);
CREATE INDEX inquiry_by_end ON inquiry (brand_id, end_at);
CREATE INDEX inquiry_open ON inquiry (brand_id, id) WHERE end_kind IS NULL;

-- Messages. What is long stands last, so that a look at the rest does not read it.

CREATE TABLE message (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    account_id bigint NOT NULL,
    external_id text NOT NULL,
    parent text,
    kind text NOT NULL,
    direction text NOT NULL,
    author_id bigint,
    author_name text NOT NULL,
    author_handle text NOT NULL,
    version text NOT NULL,
    versions integer NOT NULL,
    visibility text NOT NULL,
    state text NOT NULL,
    history smallint NOT NULL,
    automatic smallint NOT NULL,
    attachments integer NOT NULL,
    permalink text,
    reply_target text,
    outbox_id bigint,
    source_id bigint,
    published_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    looked_at bigint NOT NULL DEFAULT 0,
    subject text,
    content text NOT NULL,
    html text,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, account_id, external_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX message_by_conversation ON message (brand_id, conversation_id, published_at, id);

CREATE TABLE message_version (
    brand_id bigint NOT NULL,
    message_id bigint NOT NULL,
    number integer NOT NULL,
    version text NOT NULL,
    subject text,
    content text NOT NULL,
    seen_at bigint NOT NULL,
    PRIMARY KEY (brand_id, message_id, number),
    UNIQUE (brand_id, message_id, version),
    FOREIGN KEY (brand_id, message_id) REFERENCES message (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE attachment (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    message_id bigint NOT NULL,
    position integer NOT NULL,
    locator text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint,
    description text,
    blob_hash bytea,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, message_id) REFERENCES message (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX attachment_by_message ON attachment (brand_id, message_id, position);
CREATE INDEX attachment_by_blob ON attachment (brand_id, blob_hash) WHERE blob_hash IS NOT NULL;

-- Search over messages: words holds author, subject and text, folded and taken apart by SearchWords.
CREATE TABLE message_search (
    brand_id bigint NOT NULL,
    message_id bigint NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (brand_id, message_id),
    FOREIGN KEY (brand_id, message_id) REFERENCES message (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX message_search_words ON message_search USING gin (to_tsvector('simple', words)) WITH (fastupdate = off);

-- Agents' work

CREATE TABLE note (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    content text NOT NULL,
    written_at bigint NOT NULL,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX note_by_conversation ON note (brand_id, conversation_id);

CREATE TABLE draft (
    brand_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    mode text NOT NULL,
    content text NOT NULL,
    cc text NOT NULL,
    bcc text NOT NULL,
    changed bigint NOT NULL,
    note text NOT NULL DEFAULT '',
    PRIMARY KEY (brand_id, conversation_id, author_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE draft_attachment (
    brand_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    author_id bigint NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    description text NOT NULL,
    blob_hash bytea NOT NULL,
    PRIMARY KEY (brand_id, conversation_id, author_id, position),
    FOREIGN KEY (brand_id, conversation_id, author_id)
        REFERENCES draft (brand_id, conversation_id, author_id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, blob_hash) REFERENCES blob (brand_id, hash) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE outbox (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    message_id bigint NOT NULL,
    author_id bigint NOT NULL,
    send_key text NOT NULL,
    mode text NOT NULL,
    reply_target text NOT NULL,
    parent text NOT NULL,
    subject text,
    content text NOT NULL,
    cc text NOT NULL,
    bcc text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    read_backs integer NOT NULL,
    fault_kind text,
    fault_detail text,
    fault_setting text,
    fault_retry_at bigint,
    detail text,
    sent_as text,
    created_at bigint NOT NULL,
    not_before bigint NOT NULL,
    settled_at bigint,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, account_id, send_key),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX outbox_by_conversation ON outbox (brand_id, conversation_id);
CREATE INDEX outbox_by_sent_id ON outbox (brand_id, account_id, sent_as) WHERE sent_as IS NOT NULL;
CREATE INDEX outbox_at_work ON outbox (brand_id, account_id, state, not_before)
    WHERE state IN ('QUEUED', 'SENDING', 'UNDECIDED', 'FAILED');

CREATE TABLE outbox_attachment (
    brand_id bigint NOT NULL,
    outbox_id bigint NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    description text NOT NULL,
    blob_hash bytea NOT NULL,
    PRIMARY KEY (brand_id, outbox_id, position),
    FOREIGN KEY (brand_id, outbox_id) REFERENCES outbox (brand_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, blob_hash) REFERENCES blob (brand_id, hash) DEFERRABLE INITIALLY DEFERRED
);

-- Change feed. A number may become visible after a larger one; they have gaps.

CREATE SEQUENCE change_log_seq;

CREATE TABLE change_log (
    brand_id bigint NOT NULL,
    seq bigint NOT NULL DEFAULT nextval('change_log_seq'),
    at bigint NOT NULL,
    kind text NOT NULL,
    changed_id bigint NOT NULL,
    PRIMARY KEY (brand_id, seq, at)
) PARTITION BY RANGE (at);

CREATE TABLE change_log_rest PARTITION OF change_log DEFAULT;

-- What a brand promises its customers, and when it is open. Minutes are those of the wall clock's day, 0 to 1440; a weekday
-- is 1 for Monday to 7 for Sunday; a day is counted from 1970-01-01. A special day without intervals is closed.

CREATE TABLE policy (
    brand_id bigint NOT NULL PRIMARY KEY REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    zone text NOT NULL,
    first_response_minutes integer NOT NULL,
    start text NOT NULL,
    warn_percent integer NOT NULL
);

CREATE TABLE office_hours (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    weekday integer NOT NULL,
    opens integer NOT NULL,
    closes integer NOT NULL,
    PRIMARY KEY (brand_id, weekday, opens)
);

CREATE TABLE special_day (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    day bigint NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (brand_id, day)
);

CREATE TABLE special_hours (
    brand_id bigint NOT NULL,
    day bigint NOT NULL,
    opens integer NOT NULL,
    closes integer NOT NULL,
    PRIMARY KEY (brand_id, day, opens),
    FOREIGN KEY (brand_id, day) REFERENCES special_day (brand_id, day) DEFERRABLE INITIALLY DEFERRED
);

-- Escalations. A case's number is counted within brand and year; closed is "never" while it is open, due where nothing was
-- promised; owner_id is 0 for nobody.

CREATE TABLE escalation_case (
    brand_id bigint NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    id bigint NOT NULL,
    number_year integer NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    severity text NOT NULL,
    category text NOT NULL,
    cause text NOT NULL,
    remedy text NOT NULL,
    owner_id bigint NOT NULL,
    due bigint NOT NULL,
    opened bigint NOT NULL,
    opened_by bigint NOT NULL,
    closed bigint NOT NULL,
    closed_by bigint,
    outcome text,
    outcome_words text,
    revision integer NOT NULL,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, number_year, number)
);

CREATE INDEX case_by_closing ON escalation_case (brand_id, closed);

CREATE TABLE case_conversation (
    brand_id bigint NOT NULL,
    case_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (brand_id, case_id, conversation_id),
    FOREIGN KEY (brand_id, case_id) REFERENCES escalation_case (brand_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX case_by_conversation ON case_conversation (brand_id, conversation_id, case_id);

-- The timeline. Rows are only ever added.
CREATE TABLE case_entry (
    brand_id bigint NOT NULL,
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    at bigint NOT NULL,
    author_id bigint NOT NULL,
    kind text NOT NULL,
    subject text,
    content text,
    before_content text,
    conversation_id bigint,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, case_id) REFERENCES escalation_case (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX case_entry_by_case ON case_entry (brand_id, case_id, id);

-- Up to where a user has looked into a conversation: its last activity then.
CREATE TABLE read_mark (
    brand_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    user_id bigint NOT NULL,
    looked bigint NOT NULL,
    PRIMARY KEY (brand_id, conversation_id, user_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
);

-- The picture at the head of a brand's reports: a PNG, scaled down already.
CREATE TABLE brand_logo (
    brand_id bigint NOT NULL PRIMARY KEY REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    picture bytea NOT NULL
);

-- What only a team needs: who is behind a login, who makes ids, which write came through.

CREATE TABLE user_role (
    role_name text NOT NULL PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE node_lease (
    node integer NOT NULL PRIMARY KEY,
    holder text NOT NULL,
    expires bigint NOT NULL
);

INSERT INTO node_lease (node, holder, expires) SELECT n, '', 0 FROM generate_series(1, 511) n;

-- One row for each thread that writes. Its last token is written with the rows, so it tells whether a write whose answer was
-- lost had been committed.
CREATE TABLE write_token (
    node integer NOT NULL,
    slot integer NOT NULL,
    token bigint NOT NULL,
    PRIMARY KEY (node, slot)
) WITH (fillfactor = 50);

INSERT INTO app_user (id, name, initials) VALUES (1, 'Kontor', 'K'), (2, 'Admin', 'A');
