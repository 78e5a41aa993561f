-- Of two reports of a replica, the later in the topic is the newer, whatever its clock says.
alter table projector.replica add column topic_offset bigint not null default -1;
