package io.weir.control.audit.export;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.StoredEvents;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a range of the ledger, a page at a time, and follows its chain on the way: a ledger that
 * was altered is not exported as if it were whole.
 *
 * @param before the end of the chain that the first event continues
 * @param last the position of the last event
 */
record Export(StoredEvents events, Chain before, long last) {
  private static final int PAGE = 500;

  /** How many events there are in it. */
  long count() {
    return last - before.position();
  }

  /**
   * Writes it.
   *
   * @throws io.weir.contracts.log.BrokenChainException at an event that does not continue the chain
   * @throws IOException if the reader is gone
   */
  void write(ExportFormat format, Writer out) throws IOException {
    format.begin(out, before, last);
    Chain chain = before;
    while (chain.position() < last) {
      int limit = (int) Math.min(PAGE, last - chain.position());
      List<Recorded> page = events.after(chain, limit);
      if (page.isEmpty()) {
        throw new IllegalStateException(
            "the ledger ends at " + chain.position() + ", not at " + last);
      }
      for (Recorded recorded : page) {
        if (chain.step(recorded) == Chain.Step.APPLY) {
          format.event(out, recorded);
          chain = chain.after(recorded);
        }
      }
    }
    format.end(out, chain, count());
    out.flush();
  }
}
