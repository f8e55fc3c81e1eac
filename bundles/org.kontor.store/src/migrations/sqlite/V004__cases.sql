-- Escalations. A case's number is counted within brand and year; closed is "never" while it is open, due where nothing was
-- promised; owner_id is 0 for nobody.

CREATE TABLE escalation_case (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    id INTEGER NOT NULL,
    number_year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    severity TEXT NOT NULL,
    category TEXT NOT NULL,
    cause TEXT NOT NULL,
    remedy TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    due INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    opened_by INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    closed_by INTEGER,
    outcome TEXT,
    outcome_words TEXT,
    revision INTEGER NOT NULL,
    PRIMARY KEY (brand_id, id),
    UNIQUE (brand_id, number_year, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_by_closing ON escalation_case (brand_id, closed);

CREATE TABLE case_conversation (
    brand_id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (brand_id, case_id, conversation_id),
    FOREIGN KEY (brand_id, case_id) REFERENCES escalation_case (brand_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (brand_id, conversation_id) REFERENCES conversation (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX case_by_conversation ON case_conversation (brand_id, conversation_id, case_id);

-- The timeline. Rows are only ever added.
CREATE TABLE case_entry (
    brand_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT,
    content TEXT,
    before_content TEXT,
    conversation_id INTEGER,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, case_id) REFERENCES escalation_case (brand_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX case_entry_by_case ON case_entry (brand_id, case_id, id);

-- Whether an open case holds it.
ALTER TABLE conversation ADD COLUMN escalated INTEGER NOT NULL DEFAULT 0;

CREATE INDEX conversation_escalated ON conversation (brand_id, id) WHERE escalated = 1;
