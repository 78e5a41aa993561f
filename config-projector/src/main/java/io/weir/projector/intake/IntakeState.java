package io.weir.projector.intake;

/**
 * Where the intake stands.
 *
 * <pre>
 *   Starting --position and end of topic known--> CatchingUp --end reached--> Live
 *   any --history broken or unknown, a defect--> Stuck
 *   Stuck --an event applied, or all read again with nothing wrong--> CatchingUp or Live
 * </pre>
 */
public sealed interface IntakeState {
  /** PostgreSQL or Kafka has not answered yet. */
  record Starting() implements IntakeState {}

  /**
   * Reads what was in the topic when it started.
   *
   * @param target the offset to reach
   */
  record CatchingUp(long target) implements IntakeState {}

  /**
   * Has everything that was in the topic at the start, and follows; so it stays, even while Kafka
   * is away.
   */
  record Live() implements IntakeState {}

  /**
   * Cannot apply the next event, and does not skip it; the read model stays as it is until the
   * topic is put right.
   *
   * @param reason what is wrong with which event
   * @param caughtUp whether it was live before
   */
  record Stuck(String reason, boolean caughtUp) implements IntakeState {}
}
