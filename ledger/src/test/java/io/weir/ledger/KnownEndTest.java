package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownEndTest {
  private final UUID ledgerId = UUID.randomUUID();
  private final Chain end = new Chain(ledgerId, 3, Hash.of("the topic's"));
  private final Chain longer = new Chain(ledgerId, 5, Hash.of("the database's"));
  private final KnownEnd known = new KnownEnd();

  @Test
  void aDatabaseThatDoesNotAnswerOnceDoesNotUndoThatItContradicts() {
    known.seen(end, true);

    known.seen(end);

    assertThat(known.needed().contradicted()).isTrue();
    assertThatThrownBy(() -> known.needed().require(longer))
        .isInstanceOf(LedgerRewoundException.class);
  }

  @Test
  void whatWasNeverFoundOutOfAnEndIsNotClaimed() {
    known.seen(end);
    known.needed().require(longer);

    known.seen(end, true);
    known.seen(new Chain(ledgerId, 4, Hash.of("the next")));

    assertThat(known.needed().contradicted()).isFalse();
  }

  @Test
  void anAnswerThatTheDatabaseHasItAfterAllEndsIt() {
    known.seen(end, true);
    known.seen(end, false);
    known.seen(end);

    known.needed().require(longer);
  }
}
