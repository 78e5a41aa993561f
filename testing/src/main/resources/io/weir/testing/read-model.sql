-- Made by PublishedSchemaTest of config-projector: -Dweir.golden=write writes it anew.
create schema projector;
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
-- What data-plane nodes find of the nodes of upstreams: the newest report of each, whole.
create table projector.node_health (
  data_plane_node text not null references projector.data_plane_node on delete cascade,
  upstream_id     text not null,
  node            text not null,                -- address:port, IPv6 in brackets
  state           text not null check (state in ('HEALTHY', 'UNHEALTHY')),
  changed_at      timestamptz not null,         -- since when the data-plane node says so
  primary key (data_plane_node, upstream_id, node)
);
create index on projector.node_health (upstream_id, node);

-- of live data-plane nodes alone: those that reported within six of their intervals
create view read.node_health as
  select h.upstream_id, h.node, h.data_plane_node, h.state, h.changed_at
  from projector.node_health h
  join projector.data_plane_node n on n.node_id = h.data_plane_node
  where n.last_seen_at > now() - interval '30 seconds';
-- A process of the data plane is a replica, here as everywhere. The rows stay: each replica reports anew within
-- seconds anyway. Whoever still asks for the old names is of an older build and is answered again once upgraded.
alter table projector.data_plane_node rename to replica;
alter table projector.replica rename column node_id to replica_id;
alter index projector.data_plane_node_pkey rename to replica_pkey;
alter table projector.node_health rename column data_plane_node to replica;
alter table projector.node_health rename constraint node_health_data_plane_node_fkey to node_health_replica_fkey;

-- renamed, not made anew, so that what was granted on them stays granted
alter view read.data_plane_node rename to replica;
alter view read.replica rename column node_id to replica_id;
alter view read.node_health rename column data_plane_node to replica;
-- Of which ledger the views are: a cursor of another one leads nowhere in them.
create or replace view read.checkpoint as
  select position, hash, updated_at, ledger_id from projector.generation where state = 'active';
-- What each projector's images were, in 32 bytes each, for others to compare with theirs.
create table projector.image_hash (
  process  text primary key,                   -- host and port
  position bigint not null,                    -- of the image it has now
  hashes   json not null,                      -- [{format, position, hash}], the newest first
  seen_at  timestamptz not null default clock_timestamp()
);

create view read.image_hash as
  select process, position, hashes, seen_at from projector.image_hash;
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
-- A rebuild can be called off, by a process that does not run it.
alter table projector.generation drop constraint generation_state_check;
alter table projector.generation add constraint generation_state_check
  check (state in ('building', 'active', 'retired', 'dropped', 'failed', 'cancelled'));
-- Of two reports of a replica, the later in the topic is the newer, whatever its clock says.
alter table projector.replica add column topic_offset bigint not null default -1;
create schema read_g1;
create table read_g1.upstream (id text collate "C" not null, name text collate "C" not null, vpc_id text collate "C" not null, protocol text collate "C" not null, algorithm text collate "C" not null, node_count bigint not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (id));
create index on read_g1.upstream (created_at, id);
create index on read_g1.upstream (changed_at, id);
create index on read_g1.upstream (name, id);
create index on read_g1.upstream (node_count, id);
create index on read_g1.upstream (vpc_id, created_at, id);
create index on read_g1.upstream (protocol, created_at, id);
create index on read_g1.upstream (algorithm, created_at, id);
create table read_g1.upstream_past (id text collate "C" not null, name text collate "C" not null, vpc_id text collate "C" not null, protocol text collate "C" not null, algorithm text collate "C" not null, node_count bigint not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.upstream_past using gist (int8range(valid_from, valid_to));
create table read_g1.associated_api (upstream_id text collate "C" not null, api_id text collate "C" not null, service_id text collate "C" not null, api_name text collate "C" not null, service_name text collate "C" not null, bound_at timestamptz not null, drafted boolean not null, environments text[] not null, search text collate "C" not null, valid_from bigint not null, primary key (upstream_id, api_id));
create index on read_g1.associated_api (upstream_id, bound_at, api_id);
create index on read_g1.associated_api (upstream_id, api_name, api_id);
create index on read_g1.associated_api (api_id);
create index on read_g1.associated_api (service_id);
create table read_g1.associated_api_past (upstream_id text collate "C" not null, api_id text collate "C" not null, service_id text collate "C" not null, api_name text collate "C" not null, service_name text collate "C" not null, bound_at timestamptz not null, drafted boolean not null, environments text[] not null, search text collate "C" not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.associated_api_past using gist (int8range(valid_from, valid_to));
create table read_g1.service (id text collate "C" not null, name text collate "C" not null, instance_id text collate "C", api_count int not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (id));
create index on read_g1.service (created_at, id);
create index on read_g1.service (changed_at, id);
create index on read_g1.service (name, id);
create index on read_g1.service (instance_id, created_at, id);
create table read_g1.service_past (id text collate "C" not null, name text collate "C" not null, instance_id text collate "C", api_count int not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.service_past using gist (int8range(valid_from, valid_to));
create table read_g1.api (id text collate "C" not null, service_id text collate "C" not null, name text collate "C" not null, method text collate "C" not null, path text collate "C" not null, upstream_id text collate "C" not null, document json not null, search text collate "C" not null, reachability json, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (id));
create index on read_g1.api (service_id, created_at, id);
create index on read_g1.api (service_id, changed_at, id);
create index on read_g1.api (service_id, name, id);
create index on read_g1.api (service_id, path);
create index on read_g1.api (path);
create index on read_g1.api (upstream_id);
create index on read_g1.api (created_at, id);
create index on read_g1.api (changed_at, id);
create index on read_g1.api (name, id);
create index on read_g1.api ((reachability ->> 'status'), created_at, id);
create table read_g1.api_past (id text collate "C" not null, service_id text collate "C" not null, name text collate "C" not null, method text collate "C" not null, path text collate "C" not null, upstream_id text collate "C" not null, document json not null, search text collate "C" not null, reachability json, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.api_past using gist (int8range(valid_from, valid_to));
create table read_g1.release (id text collate "C" not null, service_id text collate "C" not null, environment text collate "C" not null, description text collate "C" not null, api_count int not null, position bigint not null, released_at timestamptz not null, actor text collate "C" not null, search text collate "C" not null, valid_from bigint not null, primary key (id));
create index on read_g1.release (service_id, position);
create table read_g1.release_past (id text collate "C" not null, service_id text collate "C" not null, environment text collate "C" not null, description text collate "C" not null, api_count int not null, position bigint not null, released_at timestamptz not null, actor text collate "C" not null, search text collate "C" not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.release_past using gist (int8range(valid_from, valid_to));
create table read_g1.environment (service_id text collate "C" not null, environment text collate "C" not null, release_id text collate "C" not null, position bigint not null, switched_at timestamptz not null, valid_from bigint not null, primary key (service_id, environment));
create table read_g1.environment_past (service_id text collate "C" not null, environment text collate "C" not null, release_id text collate "C" not null, position bigint not null, switched_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.environment_past using gist (int8range(valid_from, valid_to));
create table read_g1.vpc (id text collate "C" not null, name text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (id));
create index on read_g1.vpc (created_at, id);
create index on read_g1.vpc (changed_at, id);
create index on read_g1.vpc (name, id);
create table read_g1.vpc_past (id text collate "C" not null, name text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.vpc_past using gist (int8range(valid_from, valid_to));
create table read_g1.network (id text collate "C" not null, name text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (id));
create index on read_g1.network (created_at, id);
create index on read_g1.network (changed_at, id);
create index on read_g1.network (name, id);
create table read_g1.network_past (id text collate "C" not null, name text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.network_past using gist (int8range(valid_from, valid_to));
create table read_g1.link (network_id text collate "C" not null, vpc_id text collate "C" not null, attached boolean not null, position bigint not null, at timestamptz not null, valid_from bigint not null, primary key (network_id, vpc_id));
create index on read_g1.link (vpc_id);
create table read_g1.link_past (network_id text collate "C" not null, vpc_id text collate "C" not null, attached boolean not null, position bigint not null, at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.link_past using gist (int8range(valid_from, valid_to));
create table read_g1.instance (id text collate "C" not null, name text collate "C" not null, vpc_id text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (id));
create index on read_g1.instance (created_at, id);
create index on read_g1.instance (changed_at, id);
create index on read_g1.instance (name, id);
create index on read_g1.instance (vpc_id, created_at, id);
create table read_g1.instance_past (id text collate "C" not null, name text collate "C" not null, vpc_id text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.instance_past using gist (int8range(valid_from, valid_to));
create table read_g1.domain (domain text collate "C" not null, service_id text collate "C" not null, environment text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (domain));
create index on read_g1.domain (service_id, domain);
create index on read_g1.domain (service_id, created_at, domain);
create index on read_g1.domain (service_id, changed_at, domain);
create index on read_g1.domain (created_at, domain);
create index on read_g1.domain (changed_at, domain);
create table read_g1.domain_past (domain text collate "C" not null, service_id text collate "C" not null, environment text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.domain_past using gist (int8range(valid_from, valid_to));
create table read_g1.key (id text collate "C" not null, name text collate "C" not null, role text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, primary key (id));
create index on read_g1.key (created_at, id);
create index on read_g1.key (changed_at, id);
create index on read_g1.key (name, id);
create table read_g1.key_past (id text collate "C" not null, name text collate "C" not null, role text collate "C" not null, document json not null, search text collate "C" not null, version bigint not null, position bigint not null, created_at timestamptz not null, changed_at timestamptz not null, valid_from bigint not null, valid_to bigint not null);
create index on read_g1.key_past using gist (int8range(valid_from, valid_to));
create table read_g1.event (position bigint not null, stream text collate "C" not null, version bigint not null, type text collate "C" not null, subjects text[] not null, concerns text[] not null, actor text collate "C" not null, authentication text collate "C", reason text collate "C", command_id uuid not null, correlation text collate "C" not null, recorded_at timestamptz not null, hash text collate "C" not null, data json not null, changes json not null, search text collate "C" not null, primary key (position));
create index on read_g1.event using gin (concerns);
create index on read_g1.event (type, position);
create index on read_g1.event (actor, position);
create index on read_g1.event (recorded_at, position);
create or replace view read.upstream as select t.id, t.name, t.vpc_id, t.protocol, t.algorithm, t.node_count, t.document, t.search, t.version, t.position, t.created_at, t.changed_at from read_g1.upstream t;
create or replace view read.upstream_ever as select t.id, t.name, t.vpc_id, t.protocol, t.algorithm, t.node_count, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.upstream t union all select t.id, t.name, t.vpc_id, t.protocol, t.algorithm, t.node_count, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.upstream_past t;
create or replace view read.associated_api as select t.upstream_id, t.api_id, t.service_id, t.api_name, t.service_name, t.bound_at, t.drafted, t.environments, t.search from read_g1.associated_api t;
create or replace view read.associated_api_ever as select t.upstream_id, t.api_id, t.service_id, t.api_name, t.service_name, t.bound_at, t.drafted, t.environments, t.search, t.valid_from, null::bigint as valid_to from read_g1.associated_api t union all select t.upstream_id, t.api_id, t.service_id, t.api_name, t.service_name, t.bound_at, t.drafted, t.environments, t.search, t.valid_from, t.valid_to from read_g1.associated_api_past t;
create or replace view read.service as select t.id, t.name, t.instance_id, t.api_count, t.document, t.search, t.version, t.position, t.created_at, t.changed_at from read_g1.service t;
create or replace view read.service_ever as select t.id, t.name, t.instance_id, t.api_count, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.service t union all select t.id, t.name, t.instance_id, t.api_count, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.service_past t;
create or replace view read.api as select t.id, t.service_id, t.name, t.method, t.path, t.upstream_id, t.document, t.search, t.reachability, t.version, t.position, t.created_at, t.changed_at from read_g1.api t;
create or replace view read.api_ever as select t.id, t.service_id, t.name, t.method, t.path, t.upstream_id, t.document, t.search, t.reachability, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.api t union all select t.id, t.service_id, t.name, t.method, t.path, t.upstream_id, t.document, t.search, t.reachability, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.api_past t;
create or replace view read.release as select t.id, t.service_id, t.environment, t.description, t.api_count, t.position, t.released_at, t.actor, t.search from read_g1.release t;
create or replace view read.release_ever as select t.id, t.service_id, t.environment, t.description, t.api_count, t.position, t.released_at, t.actor, t.search, t.valid_from, null::bigint as valid_to from read_g1.release t union all select t.id, t.service_id, t.environment, t.description, t.api_count, t.position, t.released_at, t.actor, t.search, t.valid_from, t.valid_to from read_g1.release_past t;
create or replace view read.environment as select t.service_id, t.environment, t.release_id, t.position, t.switched_at from read_g1.environment t;
create or replace view read.environment_ever as select t.service_id, t.environment, t.release_id, t.position, t.switched_at, t.valid_from, null::bigint as valid_to from read_g1.environment t union all select t.service_id, t.environment, t.release_id, t.position, t.switched_at, t.valid_from, t.valid_to from read_g1.environment_past t;
create or replace view read.vpc as select t.id, t.name, t.document, t.search, t.version, t.position, t.created_at, t.changed_at from read_g1.vpc t;
create or replace view read.vpc_ever as select t.id, t.name, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.vpc t union all select t.id, t.name, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.vpc_past t;
create or replace view read.network as select t.id, t.name, t.document, t.search, t.version, t.position, t.created_at, t.changed_at from read_g1.network t;
create or replace view read.network_ever as select t.id, t.name, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.network t union all select t.id, t.name, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.network_past t;
create or replace view read.link as select t.network_id, t.vpc_id, t.attached, t.position, t.at from read_g1.link t;
create or replace view read.link_ever as select t.network_id, t.vpc_id, t.attached, t.position, t.at, t.valid_from, null::bigint as valid_to from read_g1.link t union all select t.network_id, t.vpc_id, t.attached, t.position, t.at, t.valid_from, t.valid_to from read_g1.link_past t;
create or replace view read.instance as select t.id, t.name, t.vpc_id, t.document, t.search, t.version, t.position, t.created_at, t.changed_at from read_g1.instance t;
create or replace view read.instance_ever as select t.id, t.name, t.vpc_id, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.instance t union all select t.id, t.name, t.vpc_id, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.instance_past t;
create or replace view read.domain as select t.domain, t.service_id, t.environment, t.document, t.search, t.version, t.position, t.created_at, t.changed_at from read_g1.domain t;
create or replace view read.domain_ever as select t.domain, t.service_id, t.environment, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.domain t union all select t.domain, t.service_id, t.environment, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.domain_past t;
create or replace view read.key as select t.id, t.name, t.role, t.document, t.search, t.version, t.position, t.created_at, t.changed_at from read_g1.key t;
create or replace view read.key_ever as select t.id, t.name, t.role, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, null::bigint as valid_to from read_g1.key t union all select t.id, t.name, t.role, t.document, t.search, t.version, t.position, t.created_at, t.changed_at, t.valid_from, t.valid_to from read_g1.key_past t;
create or replace view read.event as select t.position, t.stream, t.version, t.type, t.subjects, t.concerns, t.actor, t.authentication, t.reason, t.command_id, t.correlation, t.recorded_at, t.hash, t.data, t.changes, t.search from read_g1.event t;
