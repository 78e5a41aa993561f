package io.weir.dataplane.replica;

import java.util.Map;

/** A record of the ledger topic as it came, not yet understood. */
record LedgerRecord(Map<String, String> headers, String data) {}
