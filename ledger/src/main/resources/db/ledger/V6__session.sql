-- Who is logged in to the console: a cookie recognises him, as a key does, until it expires. Of the cookie there is its
-- hash alone. No row is history: what a session did is in the events, in the name of whom it stands for.
create table ledger.session (
  sha256 bytea primary key check (length(sha256) = 32),
  link boolean not null, -- it opens nothing itself, but becomes a session once
  key_id text references ledger.api_key_secret, -- whose it is; or:
  actor text,            -- whom an issuer of tokens knows
  issuer text,
  role text,
  expires_at timestamptz not null,
  check ((key_id is null) = (actor is not null and issuer is not null and role is not null))
);

create index on ledger.session (expires_at);
