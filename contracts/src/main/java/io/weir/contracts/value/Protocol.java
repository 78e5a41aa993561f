package io.weir.contracts.value;

/** What an upstream's nodes speak. */
public enum Protocol {
  HTTP,
  HTTPS
}
