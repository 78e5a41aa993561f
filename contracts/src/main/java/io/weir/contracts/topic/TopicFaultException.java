package io.weir.contracts.topic;

import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.FaultKind;

/** The topic cannot be read on; its message is the fault's sentence. */
public final class TopicFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TopicFault fault;

  public TopicFaultException(TopicFault fault) {
    super(fault.sentence());
    this.fault = fault;
  }

  /** Something is wrong with an event; see {@link TopicFault#of}. */
  public static TopicFaultException of(FaultKind kind, Envelope envelope, String what) {
    return new TopicFaultException(TopicFault.of(kind, envelope, what));
  }

  public TopicFault fault() {
    return fault;
  }
}
