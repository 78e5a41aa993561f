-- A rebuild can be called off, by a process that does not run it.
alter table projector.generation drop constraint generation_state_check;
alter table projector.generation add constraint generation_state_check
  check (state in ('building', 'active', 'retired', 'dropped', 'failed', 'cancelled'));
