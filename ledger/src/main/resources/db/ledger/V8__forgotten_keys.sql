-- An Idempotency-Key and what it is answered with are forgotten after a time: finds the oldest.
create index command_keyed on ledger.command (at) where idempotency_key is not null;
