package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(2, "answers are being made", 7);

  @Test
  void whoComesWhenAllAreTakenIsToldWhenToComeAgain() {
    turns.take();
    turns.take();

    assertThatThrownBy(turns::take)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(503);
              assertThat(e.problem().code()).isEqualTo("LEDGER_BUSY");
              assertThat(e.headers()).containsEntry("Retry-After", "7");
            })
        .hasMessage("2 answers are being made");
  }

  @Test
  void aTurnEndsOnceHoweverOftenThatIsSaid() {
    Turns.Turn turn = turns.take();
    turns.take();
    turn.close();
    turn.close();

    assertThat(turns.free()).isEqualTo(1);
  }
}
