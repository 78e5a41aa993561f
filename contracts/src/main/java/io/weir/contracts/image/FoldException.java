package io.weir.contracts.image;

/** An event speaks of something the image lacks: its history cannot be the one the image is of. */
public final class FoldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FoldException(String message) {
    super(message);
  }
}
