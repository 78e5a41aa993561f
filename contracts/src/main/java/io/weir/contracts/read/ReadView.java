package io.weir.contracts.read;

import java.util.Locale;

/**
 * The views that the projector publishes and that lists are made from; nobody else reads anything
 * of the projector's, and nobody but the projector writes them. {@link #toString} is how SQL names
 * one, {@code read.upstream}.
 */
public enum ReadView {
  UPSTREAM(true),
  ASSOCIATED_API(true),
  SERVICE(true),
  API(true),
  RELEASE(true),
  ENVIRONMENT(true),
  VPC(true),
  NETWORK(true),
  LINK(true),
  INSTANCE(true),
  DOMAIN(true),
  KEY(true),
  EVENT(false),
  /** One row: how much of the ledger all the others know. */
  CHECKPOINT(false),
  REPLICA(false),
  NODE_HEALTH(false),
  /** A row for each live replica and certificate. */
  CERTIFICATE(false),
  IMAGE_HASH(false);

  /** The schema they are in. */
  public static final String SCHEMA = "read";

  private final boolean remembers;

  ReadView(boolean remembers) {
    this.remembers = remembers;
  }

  /** Whether its rows can be read as they were at any position. */
  public boolean remembers() {
    return remembers;
  }

  /**
   * What stands in SQL in the place of the view for its rows at a position, which {@code position}
   * is an expression for.
   *
   * @throws IllegalStateException if it does not remember them
   */
  public String at(String position) {
    if (!remembers) {
      throw new IllegalStateException(this + " knows no past");
    }
    return "(select * from %s_ever where int8range(valid_from, valid_to) @> %s)"
        .formatted(this, position);
  }

  /** Its name within the schema. */
  public String view() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return SCHEMA + "." + view();
  }
}
