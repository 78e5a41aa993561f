package io.weir.standalone.home;

import java.io.IOException;

/** Something could not be done; the message is for the user, says what to do, may have lines. */
public final class ComplaintException extends IOException {

  public ComplaintException(String complaint) {
    super(complaint);
  }

  /** What to tell the user. */
  public String complaint() {
    return String.valueOf(getMessage());
  }
}
