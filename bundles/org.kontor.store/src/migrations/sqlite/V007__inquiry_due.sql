-- When an inquiry is to be answered, kept after its end: how many were answered in time can only be told from what was promised
-- then. "Never" where nothing was promised. Of those that had ended before this column nobody knows any more.
ALTER TABLE inquiry ADD COLUMN due INTEGER NOT NULL DEFAULT 9223372036854775807;

UPDATE inquiry SET due = (
    SELECT c.due FROM conversation c
    WHERE c.brand_id = inquiry.brand_id AND c.id = inquiry.conversation_id AND c.inquiry_id = inquiry.id
)
WHERE EXISTS (
    SELECT 1 FROM conversation c
    WHERE c.brand_id = inquiry.brand_id AND c.id = inquiry.conversation_id AND c.inquiry_id = inquiry.id
);
