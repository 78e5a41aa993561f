package io.weir.dataplane.support.script;

import java.util.zip.CRC32;

/** The length and the checksum of bytes that come in pieces. One thread. */
public final class Digest {
  private final CRC32 crc = new CRC32();
  private long length;

  /** Of bytes that are all there. */
  public static Digest of(byte[] bytes) {
    Digest digest = new Digest();
    digest.add(bytes, bytes.length);
    return digest;
  }

  void add(byte[] bytes, int count) {
    crc.update(bytes, 0, count);
    length += count;
  }

  /** Both in one word. */
  public String inAWord() {
    return length + "-" + Long.toHexString(crc.getValue());
  }
}
