package io.weir.contracts.log;

/**
 * An event as it stands in the ledger.
 *
 * @param data the event's JSON text, the very bytes that were hashed
 * @param hash of the previous hash, the envelope and the data
 */
public record Recorded(Envelope envelope, String data, Hash hash) {
  /** Records an event, computing its hash. */
  public static Recorded of(Envelope envelope, String data) {
    return new Recorded(envelope, data, Chain.hash(envelope, data));
  }
}
