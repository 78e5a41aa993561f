-- the columns that the projector publishes, filled by hand
drop schema if exists read cascade;
create schema read;
create table read.checkpoint (position bigint, hash text, updated_at timestamptz);
create table read.upstream (id text, name text, vpc_id text, document json, api_count int, version bigint,
  position bigint, created_at timestamptz, changed_at timestamptz);
create table read.associated_api (upstream_id text, api_id text, service_id text, api_name text, service_name text,
  bound_at timestamptz, drafted bool, environments text[]);
create table read.service (id text, name text, instance_id text, document json, api_count int, version bigint,
  position bigint, created_at timestamptz, changed_at timestamptz);
create table read.api (id text, service_id text, name text, method text, path text, upstream_id text, document json,
  reachability json, version bigint, position bigint, created_at timestamptz, changed_at timestamptz);
create table read.release (id text, service_id text, environment text, description text, api_count int,
  position bigint, released_at timestamptz, actor text);
create table read.environment (service_id text, environment text, release_id text, position bigint,
  switched_at timestamptz);
create table read.domain (domain text, service_id text, environment text, document json, version bigint,
  position bigint, created_at timestamptz, changed_at timestamptz);
create table read.node_health (upstream_id text, node text, data_plane_node text, state text, changed_at timestamptz);
create table read.event (position bigint, stream text, version bigint, type text, subjects text[], actor text,
  reason text, command_id uuid, correlation text, recorded_at timestamptz, hash text, data json);
