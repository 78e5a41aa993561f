package io.weir.cli;

/** Text of others on a terminal. */
final class Printable {
  private Printable() {}

  /** The text without what a terminal would take for an order, or show in another direction. */
  static String text(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "?");
  }
}
