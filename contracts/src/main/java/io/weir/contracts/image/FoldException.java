package io.weir.contracts.image;

/**
 * An event changes what the image lacks or creates what it has: its history cannot be the one the
 * image is of.
 */
public final class FoldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FoldException(String message) {
    super(message);
  }
}
