package io.weir.projector.store;

/**
 * The generation is no longer where, or what, the writer believed: nothing was written; read its
 * checkpoint again.
 */
public final class CheckpointMovedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CheckpointMovedException(String message) {
    super(message);
  }
}
