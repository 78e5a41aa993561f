-- The ledger: what happened, in one gapless order. Positions come from the one row of ledger_head, which every
-- writer locks until it commits; a sequence would hand out numbers that commit out of order, and readers would
-- skip events for good.

create table ledger.ledger_head (
  singleton   boolean primary key default true check (singleton),
  ledger_id   uuid not null default gen_random_uuid(), -- changes only when history is founded anew
  position    bigint not null default 0,               -- of the last event
  hash        bytea not null check (length(hash) = 32), -- of the last event, or of the ledger's name
  recorded_at timestamptz not null default 'epoch'     -- when the last event was recorded
);

insert into ledger.ledger_head (ledger_id, hash)
select id, sha256(convert_to('weir ledger ' || id::text, 'UTF8')) from (select gen_random_uuid() as id) as new;

create table ledger.event (
  position     bigint primary key,                     -- 1.. without gaps, in the order of commits
  stream       text not null,                          -- the object it belongs to: 'upstream/upstream-4n5bfklc'
  version      bigint not null,                        -- 1.. without gaps within the stream
  commit_start bigint not null,                        -- position of the first event of the same command
  commit_size  integer not null,                       -- how many events the command wrote
  id           uuid not null unique,
  type         text not null,                          -- 'upstream.created.v1'
  data         text not null,                          -- text, because the hash is of these very bytes
  subjects     text[] not null,                        -- ids of all objects it speaks of
  actor        text not null,
  reason       text,
  command_id   uuid not null,
  correlation  text not null,
  recorded_at  timestamptz not null,                   -- never before that of an earlier position
  prev_hash    bytea not null check (length(prev_hash) = 32),
  hash         bytea not null check (length(hash) = 32),
  unique (stream, version),
  check (position > 0 and version > 0),
  check (commit_size > 0 and position between commit_start and commit_start + commit_size - 1),
  check (json_typeof(data::json) = 'object')
);

create index event_subjects on ledger.event using gin (subjects);

-- Every attempt and how it ended: the audit of what was refused, and the memory of idempotency keys.
create table ledger.command (
  id              uuid primary key,
  name            text not null,
  outcome         text not null check (outcome in ('committed', 'refused')),
  code            text,                                -- of the first refusal
  refusals        text,                                -- all of them, a JSON array
  actor           text not null,
  reason          text,
  source_address  text,
  correlation     text not null,
  scope           text,
  idempotency_key text,
  request_hash    bytea check (length(request_hash) = 32),
  position        bigint not null,                     -- the configuration that contains it, or that refused it
  first_position  bigint,                              -- of its events, if it has any
  last_position   bigint,
  answer          text,                                -- what a repeated key is told, a JSON object
  at              timestamptz not null,
  check ((outcome = 'refused') = (code is not null)),
  check ((scope is null) = (idempotency_key is null) and (scope is null) = (request_hash is null)),
  check ((first_position is null) = (last_position is null))
);

-- The key of a refused command stays free.
create unique index command_key on ledger.command (scope, idempotency_key) where outcome = 'committed';

-- How far the relay has copied the ledger to Kafka.
create table ledger.relay (
  singleton boolean primary key default true check (singleton),
  position  bigint not null default 0,
  at        timestamptz not null default now()
);

insert into ledger.relay default values;

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger only grows: % of ledger.event is refused', lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create trigger event_only_grows before update or delete or truncate on ledger.event
  for each statement execute function ledger.refuse_change();

create function ledger.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('ledger', new.position::text);
  return null;
end
$$;

-- A hint to wake up early; whoever reads the ledger looks by itself too.
create trigger head_announces after update of position on ledger.ledger_head
  for each row execute function ledger.announce();
