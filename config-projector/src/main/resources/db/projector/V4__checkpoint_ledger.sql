-- Of which ledger the views are: a cursor of another one leads nowhere in them.
create or replace view read.checkpoint as
  select position, hash, updated_at, ledger_id from projector.generation where state = 'active';
