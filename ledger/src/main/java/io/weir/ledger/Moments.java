package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.log.Envelope;
import java.time.Instant;

/** Looks up moments by position and by time. */
final class Moments {
  private final LedgerStore store;

  Moments(LedgerStore store) {
    this.store = store;
  }

  /**
   * The end of the command that an event belongs to.
   *
   * @return fails with {@link NoSuchMomentException} if there is no such event yet
   */
  Uni<Moment> at(long position) {
    if (position == 0) {
      return Uni.createFrom().item(Moment.BEGINNING);
    }
    return store.reading(
        session ->
            session
                .head()
                .flatMap(
                    head ->
                        session
                            .event(head.ledgerId(), position)
                            .map(
                                event ->
                                    event
                                        .map(recorded -> end(recorded.envelope()))
                                        .orElseThrow(
                                            () ->
                                                new NoSuchMomentException(
                                                    "is in the future: the ledger ends with event "
                                                        + head.position())))));
  }

  private static Moment end(Envelope of) {
    return new Moment(of.commitStart() + of.commitSize() - 1, of.recordedAt());
  }

  /**
   * After the last event that was recorded by then.
   *
   * @return fails with {@link NoSuchMomentException} if that is in the future, by the database's
   *     clock, or before the first event
   */
  Uni<Moment> at(Instant time) {
    return store.reading(
        session ->
            session
                .now()
                .invoke(
                    now -> {
                      if (time.isAfter(now)) {
                        throw new NoSuchMomentException("is in the future: it is " + now);
                      }
                    })
                .flatMap(_ -> session.positionAt(time))
                .flatMap(position -> recordedBy(session, position)));
  }

  private static Uni<Moment> recordedBy(LedgerSession session, long position) {
    return session
        .head()
        .flatMap(
            head ->
                session
                    .event(head.ledgerId(), Math.max(1, position))
                    .map(
                        event -> {
                          if (event.isEmpty()) {
                            throw new NoSuchMomentException(
                                "is before the beginning: the ledger has no event yet");
                          }
                          Envelope of = event.get().envelope();
                          if (position == 0) {
                            throw new NoSuchMomentException(
                                "is before the beginning: the first event was recorded at "
                                    + of.recordedAt());
                          }
                          return end(of);
                        }));
  }
}
