-- What was refused of writes. A command that was decided and refused is in ledger.command; what never became one, because it was
-- malformed, of the wrong type or of somebody unknown, is here: written in batches, a bounded number a second, and kept for a time.
create table ledger.attempt (
  id             uuid primary key,
  at             timestamptz not null,
  operation      text not null,                        -- method and path, without the query
  status         int not null,                         -- of the HTTP answer
  code           text not null,                        -- of the problem that was answered
  errors         text not null,                        -- the first of its violations, a JSON array
  actor          text,                                 -- if anybody said who
  source_address text,
  correlation    text not null,
  unrecorded     bigint not null default 0             -- how many more there were, of which nothing else is kept
);
create index attempt_at on ledger.attempt (at, id);

alter table ledger.command add operation text;
create index command_refused on ledger.command (at, id) where outcome = 'refused';

create view ledger.refused as
  select id, at, operation, null::text as command, status, code, errors, actor, null::text as reason, source_address,
    correlation, null::bigint as position, unrecorded
  from ledger.attempt
  union all
  select id, at, operation, name, null, case code when 'KEY_REUSED' then 'IDEMPOTENCY_KEY_REUSED' else code end,
    coalesce(refusals, '[]'), actor, reason, source_address, correlation, position, 0
  from ledger.command where outcome = 'refused';
