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
