-- What the configuration was after some of the events, so that nobody folds all of them to know it. Nothing here is the
-- truth: an image counts only while the event it ends with is the ledger's, and any of them may be deleted at any time.

create table ledger.image (
  position bigint primary key,                          -- of the last event in it, which ends its command
  hash     bytea not null check (length(hash) = 32),    -- of that event
  content  bytea not null,                              -- a snapshot file, gzip
  streams  bytea not null,                              -- the version of every stream that may go on, a JSON object, gzip
  made_at  timestamptz not null default clock_timestamp()
);

-- packed already
alter table ledger.image alter column content set storage external, alter column streams set storage external;

create function ledger.refuse_repainting() returns trigger language plpgsql as $$
begin
  raise exception 'an image is made once: update of ledger.image is refused' using errcode = 'restrict_violation';
end
$$;

create trigger image_is_made_once before update on ledger.image
  for each statement execute function ledger.refuse_repainting();
