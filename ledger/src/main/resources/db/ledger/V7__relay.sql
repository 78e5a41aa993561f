-- What the relay has proven of its topic, so that the next one need not read it from its beginning: that the topic with
-- this id began at first_offset and held the ledger without a gap up to next_offset, the last event being proven_position.
alter table ledger.relay
  add column topic_id text,
  add column first_offset bigint,
  add column next_offset bigint,
  add column proven_position bigint,
  add column proven_hash bytea check (length(proven_hash) = 32);
