-- The picture at the head of a brand's reports: a PNG, scaled down already.
CREATE TABLE brand_logo (
    brand_id INTEGER NOT NULL PRIMARY KEY REFERENCES brand (id) DEFERRABLE INITIALLY DEFERRED,
    picture BLOB NOT NULL
) STRICT;
