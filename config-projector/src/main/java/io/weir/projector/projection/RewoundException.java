package io.weir.projector.projection;

/**
 * The tables are behind the image, as after PostgreSQL was restored from a backup: start again from
 * what it holds.
 */
public final class RewoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RewoundException(long tables, long image) {
    super("the read model is at event %d, the image at event %d".formatted(tables, image));
  }
}
