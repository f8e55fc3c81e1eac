-- Up to where a user has looked into a conversation: its last activity then.

CREATE TABLE read_mark (
    brand_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    looked INTEGER NOT NULL,
    PRIMARY KEY (brand_id, conversation_id, user_id),
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Reports ask for what ended in a range.
CREATE INDEX inquiry_by_end ON inquiry (brand_id, end_at);

-- Content that was fetched goes with the last message that holds it.
CREATE INDEX attachment_by_blob ON attachment (brand_id, blob_hash) WHERE blob_hash IS NOT NULL;

-- What SQLite is to assume of the tables. Without it, it takes a brand for ten rows and reads all of them rather than use
-- an index that names the conversation. Each line is: rows of the table, then rows that have the first column of the key in
-- common, the first two, and so on. It is set rather than counted, so that a plan is the same in every store.
ANALYZE sqlite_schema;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('profile', 'profile', '800000 20000 1'),
    ('profile', 'sqlite_autoindex_profile_2', '800000 20000 5000 1'),
    ('profile', 'profile_by_contact', '800000 20000 2'),
    ('conversation', 'conversation', '1000000 25000 1'),
    ('conversation', 'sqlite_autoindex_conversation_2', '1000000 25000 8000 1'),
    ('conversation', 'conversation_by_urgency', '1000000 25000 4000 2 1 1 1 1'),
    ('conversation', 'conversation_by_activity', '1000000 25000 4000 1 1 1 1'),
    ('conversation', 'conversation_in_trouble', '1000 25 1'),
    ('conversation', 'conversation_unreadable', '1000 25 1'),
    ('conversation_participant', 'conversation_participant', '1200000 30000 2 1'),
    ('conversation_participant', 'participant_by_profile', '1200000 30000 3 1'),
    ('read_mark', 'read_mark', '1000000 25000 2 1'),
    ('inquiry', 'inquiry', '1000000 25000 1'),
    ('inquiry', 'inquiry_by_conversation', '1000000 25000 2'),
    ('inquiry', 'inquiry_by_begin', '1000000 25000 2 1'),
    ('inquiry', 'inquiry_by_end', '1000000 25000 2'),
    ('inquiry', 'inquiry_open', '100000 2500 1'),
    ('message', 'sqlite_autoindex_message_1', '4000000 100000 1'),
    ('message', 'sqlite_autoindex_message_2', '4000000 100000 50000 1'),
    ('message', 'message_by_conversation', '4000000 100000 4 2 1'),
    ('attachment', 'attachment', '800000 20000 1'),
    ('attachment', 'attachment_by_message', '800000 20000 2 1'),
    ('attachment', 'attachment_by_blob', '100000 2500 1'),
    ('note', 'note', '100000 2500 1'),
    ('note', 'note_by_conversation', '100000 2500 2'),
    ('outbox', 'outbox', '1000000 25000 1'),
    ('outbox', 'sqlite_autoindex_outbox_2', '1000000 25000 12000 1'),
    ('outbox', 'outbox_by_conversation', '1000000 25000 2'),
    ('outbox', 'outbox_by_sent_id', '1000000 25000 12000 1'),
    ('outbox', 'outbox_at_work', '1000 25 12 6 1'),
    ('ledger', 'sqlite_autoindex_ledger_1', '4000000 100000 1'),
    ('ledger', 'sqlite_autoindex_ledger_2', '4000000 100000 50000 1 1'),
    ('ledger', 'ledger_waiting', '1000 25 12 1');

ANALYZE sqlite_schema;
