package io.weir.standalone.demo;

/** A step went so wrong that the next ones make no sense; the message says what was expected. */
public final class TourFailedException extends Exception {

  private final String explanation;

  TourFailedException(String explanation) {
    super(explanation);
    this.explanation = explanation;
  }

  /** What to tell the user. */
  public String explanation() {
    return explanation;
  }
}
