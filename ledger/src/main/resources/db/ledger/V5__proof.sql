-- The Merkle tree over the events, as tiles (C2SP tlog-tiles). It follows the events and is derived from them:
-- whoever reads it verifies, and it can be made anew.

create table ledger.tree (
  singleton boolean primary key default true check (singleton),
  size      bigint not null default 0,                 -- position of the last event in it
  hash      bytea check (length(hash) = 32),           -- of that event; null before the first
  check ((size = 0) = (hash is null))
);

insert into ledger.tree default values;

create table ledger.tile (
  level  smallint not null,                            -- 0 for leaves, each level spans 256 times more
  index  bigint not null,                              -- 0.. from the left
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, index)
);

-- What was signed, each as a note; nothing is ever removed.
create table ledger.checkpoint (
  id        bigint generated always as identity primary key,
  size      bigint not null,
  root      bytea not null check (length(root) = 32),
  note      text not null,
  at        timestamptz not null,
  published boolean not null default false              -- in Kafka
);

create index checkpoint_size on ledger.checkpoint (size);
create index checkpoint_unpublished on ledger.checkpoint (id) where not published;

-- What witnesses said of checkpoints, as lines of signatures; the topic keeps them for ever, this for some weeks.
create table ledger.cosignature (
  size bigint not null,
  key  text not null,                                  -- the witness, as a verifier key
  root bytea not null check (length(root) = 32),
  line text not null,
  at   timestamptz not null,
  primary key (size, key)
);

create index cosignature_at on ledger.cosignature (at);

-- How far the topic of checkpoints was read for them.
create table ledger.cosignature_read (
  singleton   boolean primary key default true check (singleton),
  next_offset bigint not null default 0
);

insert into ledger.cosignature_read default values;
