package io.weir.testing.http;

/** One header line as it was on the wire, its name in the sender's spelling. */
public record Header(String name, String value) {
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
