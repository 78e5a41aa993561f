-- What the projector knows of itself. The read tables live in a schema per generation, made by the projector;
-- schema read holds nothing but views over the active generation and is all that others may rely on.

create table projector.generation (
  number      int primary key,
  state       text not null check (state in ('building', 'active', 'retired', 'dropped', 'failed')),
  layout      text not null,                 -- names the shape of its tables
  ledger_id   uuid,                          -- null before the first event
  position    bigint not null default 0,     -- of the last event in the tables, always the end of a command
  hash        text,                          -- of that event
  next_offset bigint not null default 0,     -- of the Kafka record after it
  updated_at  timestamptz not null default clock_timestamp(),
  started_at  timestamptz not null default clock_timestamp(),
  finished_at timestamptz,                   -- when a rebuild switched or failed
  failure     text,
  comparison  json                           -- with the generation it replaced, at the switch
);
create unique index one_active_generation on projector.generation (state) where state = 'active';

create table projector.snapshot (
  ledger_id uuid        not null,
  position  bigint      not null,
  saved_at  timestamptz not null default clock_timestamp(),
  content   bytea       not null,            -- a snapshot file, checksum included
  primary key (ledger_id, position)
);

create table projector.data_plane_node (
  node_id       text primary key,
  instance      text,
  position      bigint,
  state         text,
  address       text,
  admin_address text,
  last_seen_at  timestamptz not null,
  document      json not null                -- all that the node said of itself
);

create schema if not exists read;

create view read.checkpoint as
  select position, hash, updated_at from projector.generation where state = 'active';

create view read.data_plane_node as
  select node_id, instance, position, state, address, admin_address, last_seen_at, document
  from projector.data_plane_node;
