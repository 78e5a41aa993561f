-- Who it was, proven: events and attempts say how that is known, and API keys open management.

alter table ledger.event add column authentication text;   -- null in events of before this was recorded
alter table ledger.command add column authentication text; -- the same of attempts

-- What recognises an API key: all else about it is in its events, stream 'key/' || key_id. Rows stay when a key is
-- revoked, so that whoever still has it is told so.
create table ledger.api_key_secret (
  key_id text primary key,
  sha256 bytea not null check (length(sha256) = 32) -- of the secret's text, which is nowhere
);
