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
