package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class TroubleTest {
  @Test
  void aFullDiskIsNamedToWhoWritesAndToWhoReads() {
    var full = new PgException("could not extend file", "ERROR", "53100", null);

    assertThat(Trouble.notRecorded(full))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("disk")
        .hasMessageContaining("full");
    assertThat(Trouble.notRead(full)).hasMessageContaining("full");
  }
}
