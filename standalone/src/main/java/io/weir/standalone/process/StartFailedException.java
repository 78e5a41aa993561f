package io.weir.standalone.process;

import java.util.List;

/** A component did not become ready; the message says which and why, with the end of its log. */
public final class StartFailedException extends Exception {

  private final String explanation;

  /**
   * @param lastLines of the log; may be empty
   */
  public StartFailedException(String component, String why, List<String> lastLines) {
    this(component + " " + why + endOfLog(lastLines));
  }

  private StartFailedException(String explanation) {
    super(explanation);
    this.explanation = explanation;
  }

  /** What to tell the user. */
  public String explanation() {
    return explanation;
  }

  private static String endOfLog(List<String> lines) {
    return lines.isEmpty() ? "" : ". The end of its log:\n    " + String.join("\n    ", lines);
  }
}
