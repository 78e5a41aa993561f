package io.weir.dataplane.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedDecoderTest {
  private final ChunkedDecoder decoder = new ChunkedDecoder(1_000, 10);
  private final StringBuilder body = new StringBuilder();
  private int ends;

  private final ChunkedDecoder.Sink sink =
      new ChunkedDecoder.Sink() {
        @Override
        public void data(ByteBuf data) {
          body.append(data.toString(ISO_8859_1));
          data.release();
        }

        @Override
        public void ended(Headers trailers) {
          ends++;
        }
      };

  private void decode(String text) throws MalformedException {
    decoder.decode(Unpooled.copiedBuffer(text, ISO_8859_1), sink);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nhello\r\n0\r\n\r\n",
        "5 ;a=b\r\nhello\r\n0\r\n\r\n",
        "5\t ; a = b\r\nhello\r\n0 ;z\r\n\r\n",
        "5;a=\"b\"\r\nhello\r\n0\r\nX-A: 1\r\n\r\n"
      })
  void isTheSameHoweverItIsCutUp(String text) throws MalformedException {
    for (int cut = 0; cut <= text.length(); cut++) {
      decoder.reset();
      body.setLength(0);
      ends = 0;
      decode(text.substring(0, cut));
      decode(text.substring(cut));
      assertThat(body).hasToString("hello");
      assertThat(ends).isOne();
    }
  }

  @Test
  void extensionsAreLimitedInAllAndNotOneByOne() throws MalformedException {
    String chunk = "1;" + "a".repeat(1_000) + "\r\nx\r\n";
    for (int i = 0; i < 16; i++) {
      decode(chunk);
    }
    assertThatThrownBy(() -> decode(chunk))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("extensions");
  }

  @Test
  void aSignatureOnEveryChunkOfALargeBodyIsNoOverhead() throws MalformedException {
    String signature = ";chunk-signature=" + "f".repeat(64);
    String chunk = "2000" + signature + "\r\n" + "x".repeat(0x2000) + "\r\n";
    for (int i = 0; i < 1_000; i++) {
      decode(chunk);
    }
    decode("0" + signature + "\r\n\r\n");
    assertThat(ends).isOne();
  }

  @Test
  void aSizeThatNeverEndsIsRefused() {
    assertThatThrownBy(() -> decode("5" + " ".repeat(20_000)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void nothingMoreIsDecodedOfABodyThatNobodyWantsAnyMore() throws MalformedException {
    ChunkedDecoder.Sink full =
        new ChunkedDecoder.Sink() {
          @Override
          public void data(ByteBuf data) {
            sink.data(data);
            decoder.stop();
          }

          @Override
          public void ended(Headers trailers) {
            sink.ended(trailers);
          }
        };
    decoder.decode(Unpooled.copiedBuffer("1\r\na\r\n1\r\nb\r\n0\r\n\r\n", ISO_8859_1), full);
    assertThat(body).hasToString("a");
    assertThat(ends).isZero();
  }
}
