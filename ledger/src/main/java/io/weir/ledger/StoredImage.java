package io.weir.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.pcollections.HashTreePMap;

/**
 * A state as it is kept: a snapshot file and the versions of the streams, both packed.
 *
 * @param position of the last event in it
 * @param hash of that event
 */
record StoredImage(long position, Hash hash, byte[] content, byte[] streams) {
  private static final long NO_OFFSET = -1;

  /** Packs a state. */
  static StoredImage of(LedgerState state) {
    Chain chain = state.chain();
    return new StoredImage(
        chain.position(),
        chain.hash(),
        packed(new Snapshot(state.image(), NO_OFFSET)::write),
        packed(out -> out.write(Json.MAPPER.writeValueAsBytes(state.versions()))));
  }

  /** How much room it takes, bytes. */
  long size() {
    return (long) content.length + streams.length;
  }

  /**
   * Unpacks the state.
   *
   * @param end what it has to be the sum of
   * @throws IOException if it cannot be read, or is of something else
   * @throws UnknownEventException if another version of Weir made it, which knows more
   */
  LedgerState unpack(Chain end) throws IOException {
    Snapshot snapshot = Snapshot.unpack(new ByteArrayInputStream(content), EventCodec.CURRENT);
    Chain of = snapshot.image().provenance().chain();
    if (!of.equals(end)) {
      throw new IOException("it says to end with %s, not with %s".formatted(of, end));
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(streams))) {
      Map<String, Long> versions = Json.MAPPER.readValue(in, new TypeReference<>() {});
      return new LedgerState(snapshot.image(), HashTreePMap.from(versions));
    }
  }

  /** Writes what is to be packed. */
  @FunctionalInterface
  private interface Writer {
    void write(OutputStream out) throws IOException;
  }

  private static byte[] packed(Writer writer) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
