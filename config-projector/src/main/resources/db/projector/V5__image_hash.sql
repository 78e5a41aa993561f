-- What each projector's images were, in 32 bytes each, for others to compare with theirs.
create table projector.image_hash (
  process  text primary key,                   -- host and port
  position bigint not null,                    -- of the image it has now
  hashes   json not null,                      -- [{format, position, hash}], the newest first
  seen_at  timestamptz not null default clock_timestamp()
);

create view read.image_hash as
  select process, position, hashes, seen_at from projector.image_hash;
