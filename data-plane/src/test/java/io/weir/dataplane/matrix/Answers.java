package io.weir.dataplane.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.weir.dataplane.support.script.Asked;
import io.weir.dataplane.support.script.Step.Words;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Answers that say which request they answer, who gives them, and what came with the request. */
final class Answers {
  static final int BODY_BYTES = 24 * 1024;
  static final int CHUNK_BYTES = 4 * 1024;
  static final String TOKEN = "x-token";
  static final String READ = "x-read";

  /** What a node says of a body that it has not read to its end. */
  static final String UNREAD = "unread";

  private final String node;

  /** Of a node with this name. */
  Answers(String node) {
    this.node = node;
  }

  /** What an answer to a target is signed with. */
  static String token(String target, String node) {
    return target.substring(target.indexOf('?') + 1) + "|" + node;
  }

  String token(Asked asked) {
    return token(asked.target(), node);
  }

  /** The one body that goes with a token. */
  static byte[] body(String token) {
    byte[] body = new byte[BODY_BYTES];
    new SplittableRandom(token.hashCode()).nextBytes(body);
    return body;
  }

  byte[] body(Asked asked) {
    return body(token(asked));
  }

  /** A head of HTTP/1.1 with more fields, its empty line included. */
  byte[] head(Asked asked, int status, String more) {
    String head =
        "HTTP/1.1 %d Fine\r\n%s: %s\r\n%s: %s\r\n%s\r\n"
            .formatted(status, TOKEN, token(asked), READ, asked.bodyInAWord(), more);
    return head.getBytes(ISO_8859_1);
  }

  byte[] lengthHead(Asked asked) {
    return head(asked, 200, "Content-Length: " + BODY_BYTES + "\r\n");
  }

  byte[] chunkedHead(Asked asked) {
    return head(asked, 200, "Transfer-Encoding: chunked\r\n");
  }

  byte[] length(Asked asked) {
    return join(lengthHead(asked), body(asked));
  }

  /** The same, and the connection is said to end. */
  byte[] last(Asked asked) {
    String more = "Connection: close\r\nContent-Length: " + BODY_BYTES + "\r\n";
    return join(head(asked, 200, more), body(asked));
  }

  byte[] chunked(Asked asked) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(chunkedHead(asked));
    byte[] body = body(asked);
    for (int at = 0; at < BODY_BYTES; at += CHUNK_BYTES) {
      message.writeBytes(text("1000\r\n"));
      message.write(body, at, CHUNK_BYTES);
      message.writeBytes(text("\r\n"));
    }
    message.writeBytes(text("0\r\n\r\n"));
    return message.toByteArray();
  }

  byte[] toTheClose(Asked asked) {
    return join(head(asked, 200, "Connection: close\r\n"), body(asked));
  }

  /** The fields of HTTP/2 and more. */
  String[] fields(Asked asked, int status, String... more) {
    String[] own = {
      ":status", Integer.toString(status), TOKEN, token(asked), READ, asked.bodyInAWord()
    };
    String[] all = Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return all;
  }

  /** The beginning of words: of their head, so many bytes and then so many of what follows. */
  static Words cutAfter(Words head, Words whole, int more) {
    return asked -> Arrays.copyOf(whole.of(asked), head.of(asked).length + more);
  }

  /** The beginning of words, so many bytes short of the end. */
  static Words shortBy(Words whole, int missing) {
    return asked -> {
      byte[] all = whole.of(asked);
      return Arrays.copyOf(all, all.length - missing);
    };
  }

  static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
