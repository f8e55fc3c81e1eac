-- What a brand promises its customers, and when it is open. Minutes are those of the wall clock's day, 0 to 1440; a weekday
-- is 1 for Monday to 7 for Sunday; a day is counted from 1970-01-01. A special day without intervals is closed.

CREATE TABLE policy (
    brand_id INTEGER NOT NULL PRIMARY KEY REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    zone TEXT NOT NULL,
    first_response_minutes INTEGER NOT NULL,
    start TEXT NOT NULL,
    warn_percent INTEGER NOT NULL
) STRICT;

CREATE TABLE office_hours (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    weekday INTEGER NOT NULL,
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    PRIMARY KEY (brand_id, weekday, opens)
) STRICT, WITHOUT ROWID;

CREATE TABLE special_day (
    brand_id INTEGER NOT NULL REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    day INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (brand_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE special_hours (
    brand_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    PRIMARY KEY (brand_id, day, opens),
    FOREIGN KEY (brand_id, day) REFERENCES special_day (brand_id, day) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- From when on the open inquiry is urgent; "never" where no clock runs.
ALTER TABLE conversation ADD COLUMN warn INTEGER NOT NULL DEFAULT 9223372036854775807;

-- A policy that changes sets the clocks of all of them.
CREATE INDEX inquiry_open ON inquiry (brand_id, id) WHERE end_kind IS NULL;
