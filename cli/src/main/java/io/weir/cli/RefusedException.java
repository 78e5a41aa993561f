package io.weir.cli;

import java.io.IOException;

/** The management API says no: asking again changes nothing. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedException(String complaint) {
    super(complaint);
  }
}
