package io.weir.contracts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.log.Hash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A snapshot file is the image it was written from, or it is refused. */
class SnapshotTest {
  @Property(tries = 60)
  void whatIsReadIsWhatWasWritten(
      @ForAll long seed, @ForAll @IntRange(max = 300) int commands, @ForAll long offset)
      throws IOException {
    Snapshot snapshot = new Snapshot(image(seed, commands), offset);
    assertThat(read(bytes(snapshot))).isEqualTo(snapshot);
  }

  @Test
  void textBeyondAsciiIsWrittenAsUtf8() throws IOException {
    byte[] file = bytes(new Snapshot(image(7, 300), 0));
    assertThat(new String(file, StandardCharsets.UTF_8)).contains("Grüße, 上游, \uD83D\uDE80");
  }

  @Test
  void anyAlteredByteIsFound() throws IOException {
    byte[] file = bytes(new Snapshot(image(1, 40), 12));
    for (int i = 0; i < file.length; i++) {
      byte right = file[i];
      for (byte wrong : new byte[] {(byte) (right ^ 1), (byte) (right ^ 0x80), '\n', '\r', ' '}) {
        if (wrong != right) {
          file[i] = wrong;
          assertThatThrownBy(() -> read(file))
              .isInstanceOf(IOException.class)
              .hasMessageMatching(
                  "the snapshot (does not match its checksum: it was altered"
                      + "|does not end with a checksum: it was cut short or altered)");
        }
      }
      file[i] = right;
    }
    assertThat(read(file).image()).isEqualTo(image(1, 40));
  }

  @Test
  void aFileCutShortAnywhereIsFound() throws IOException {
    byte[] file = bytes(new Snapshot(image(1, 40), 12));
    for (int length = 1; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> read(new byte[0])).hasMessage("the snapshot is empty");
  }

  @Test
  void aPackedFileIsReadAsItIsOrRefused() throws IOException {
    Snapshot snapshot = new Snapshot(image(1, 40), 12);
    byte[] packed = packed(bytes(snapshot));
    assertThat(unpacked(packed)).isEqualTo(snapshot);
    for (int i = 0; i < packed.length; i++) {
      for (int bit : new int[] {1, 8, 0x80}) {
        byte[] altered = packed.clone();
        altered[i] ^= (byte) bit;
        readOrRefused(altered, snapshot);
      }
      byte[] cut = Arrays.copyOf(packed, i);
      assertThatThrownBy(() -> unpacked(cut))
          .as("cut after byte %d of %d", i, packed.length)
          .isInstanceOf(IOException.class);
    }
  }

  /** What is altered may not matter, as the time in gzip's header does not. */
  private static void readOrRefused(byte[] altered, Snapshot snapshot) {
    Snapshot read;
    try {
      read = unpacked(altered);
    } catch (IOException | UnknownEventException refused) {
      return;
    }
    assertThat(read).isEqualTo(snapshot);
  }

  @Test
  void aPackedFileWithoutItsEndOrWithMoreIsRefused() throws IOException {
    String file = new String(bytes(new Snapshot(image(1, 40), 12)), StandardCharsets.UTF_8).strip();
    String last = file.substring(file.lastIndexOf('\n') + 1);
    for (String wrong :
        List.of(file.substring(0, file.lastIndexOf('\n')), file + last, file + "{}", "")) {
      byte[] packed = packed(wrong.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> unpacked(packed)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatFollowsTheChecksumIsFound() throws IOException {
    byte[] file = bytes(new Snapshot(image(1, 40), 12));
    assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length + 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not end with a checksum");
  }

  @Test
  void anotherFormatIsRefusedByName() {
    assertThatThrownBy(() -> read(file(header("weir-snapshot-2"))))
        .isInstanceOf(IOException.class)
        .hasMessage("not a snapshot of format weir-snapshot-1: weir-snapshot-2");
    assertThatThrownBy(() -> read(file("{}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Missing required creator property 'format'");
  }

  @Test
  void anEventOfAnUnknownTypeIsRefusedAsSuch() {
    String entry =
        "{\"version\":1,\"position\":1,\"at\":\"2026-01-01T00:00:00Z\","
            + "\"type\":\"moon.landed.v1\",\"data\":{}}";
    assertThatThrownBy(() -> read(file(header("weir-snapshot-1") + "\n" + entry)))
        .isInstanceOf(UnknownEventException.class)
        .hasMessage("this version of Weir knows no event type moon.landed.v1");
  }

  private static String header(String format) {
    return ("{\"format\":\"%s\",\"ledgerId\":\"00000000-0000-0000-0000-000000000001\",\"position\":1,"
            + "\"hash\":\"%s\",\"at\":\"2026-01-01T00:00:00Z\",\"offset\":3}")
        .formatted(format, Hash.of("x"));
  }

  /** With the right checksum. */
  private static byte[] file(String lines) {
    String body = lines + "\n";
    return (body + "{\"sha256\":\"" + Hash.of(body) + "\"}\n").getBytes(StandardCharsets.UTF_8);
  }

  private static GatewayImage image(long seed, int commands) {
    GatewayImage genesis = GatewayImage.genesis(new RandomHistory(seed).ledgerId());
    return FoldTest.fold(genesis, RandomHistory.of(seed, commands));
  }

  private static byte[] bytes(Snapshot snapshot) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    snapshot.write(out);
    return out.toByteArray();
  }

  private static Snapshot read(byte[] file) throws IOException {
    return Snapshot.read(new ByteArrayInputStream(file), EventCodec.CURRENT);
  }

  private static byte[] packed(byte[] file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(file);
    }
    return out.toByteArray();
  }

  private static Snapshot unpacked(byte[] gzip) throws IOException {
    return Snapshot.unpack(new ByteArrayInputStream(gzip), EventCodec.CURRENT);
  }
}
