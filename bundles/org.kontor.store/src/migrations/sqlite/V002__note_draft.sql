-- An internal note that is being written is kept beside the draft of the reply.
ALTER TABLE draft ADD COLUMN note TEXT NOT NULL DEFAULT '';
