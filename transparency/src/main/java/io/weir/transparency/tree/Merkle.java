package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.security.MessageDigest;

/** How a Merkle tree hashes, RFC 6962 section 2.1: leaves and nodes never collide. */
public final class Merkle {
  /** Bytes of a hash. */
  public static final int HASH_BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  /**
   * The leaf of an event: SHA-256 of a zero byte and the 32 bytes of the event's hash, which covers
   * all that is recorded of it and all events before.
   */
  public static Hash leafOf(Hash event) {
    return leaf(event.bytes());
  }

  /** The hash of a leaf with these bytes. */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = Hash.sha256();
    digest.update(LEAF);
    return Hash.fromBytes(digest.digest(entry));
  }

  /** The hash of the node above two others. */
  public static Hash node(Hash left, Hash right) {
    return Hash.fromBytes(node(left.bytes(), right.bytes()));
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = Hash.sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  static byte[] leafBytes(byte[] entry) {
    MessageDigest digest = Hash.sha256();
    digest.update(LEAF);
    return digest.digest(entry);
  }

  /** The root of a tree without leaves. */
  static byte[] emptyRoot() {
    return Hash.sha256().digest();
  }
}
