-- Why a replica finds a node as it does. changed_at is what it says itself of since when, if it says so.
alter table projector.node_health add column cause text;

create or replace view read.node_health as
  select h.upstream_id, h.node, h.replica, h.state, h.changed_at, h.cause
  from projector.node_health h
  join projector.replica r on r.replica_id = h.replica
  where r.last_seen_at > now() - interval '30 seconds';

-- The certificates that replicas say they serve or ought to: the newest report of each, whole.
create table projector.certificate (
  replica    text not null references projector.replica on delete cascade,
  name       text not null,                     -- what the configuration calls it
  names      json,                              -- the host names in it
  not_before timestamptz,
  not_after  timestamptz,                       -- null if it has none
  problem    text,
  primary key (replica, name)
);
create index on projector.certificate (name);

-- of live replicas alone
create view read.certificate as
  select c.name, c.replica, c.names, c.not_before, c.not_after, c.problem
  from projector.certificate c
  join projector.replica r on r.replica_id = c.replica
  where r.last_seen_at > now() - interval '30 seconds';
