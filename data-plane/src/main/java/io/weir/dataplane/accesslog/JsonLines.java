package io.weir.dataplane.accesslog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes objects of JSON, one a line, as UTF-8 into an array, with nothing in between but bytes.
 * Texts are what arrives in heads of HTTP: characters up to U+00FF. One thread.
 */
public final class JsonLines {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  /** More than any key, number or bracket takes. */
  private static final int SLACK = 128;

  private byte[] bytes;
  private int end;
  private boolean first;

  /** The name of a member, encoded once: two words that are quicker to write than to copy. */
  public static final class Key {
    private static final int LONGEST = 12;

    private final int length;
    private final long head;
    private final long tail;
    private final long firstHead;
    private final long firstTail;

    /** A name of at most 12 ASCII characters that need no escape. */
    public Key(String name) {
      if (name.length() > LONGEST) {
        throw new IllegalArgumentException(name + " is too long");
      }
      byte[] text = Arrays.copyOf(ascii(",\"" + name + "\":"), 16);
      byte[] first = Arrays.copyOf(ascii("\"" + name + "\":"), 16);
      length = name.length() + 4;
      head = (long) EIGHT.get(text, 0);
      tail = (long) EIGHT.get(text, 8);
      firstHead = (long) EIGHT.get(first, 0);
      firstTail = (long) EIGHT.get(first, 8);
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Writes from the beginning of an array, and into larger ones once it is full. */
  public JsonLines(byte[] into) {
    bytes = into;
  }

  /** Begins anew at the beginning of another array. */
  void into(byte[] other) {
    bytes = other;
    end = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** How many bytes were written. */
  int length() {
    return end;
  }

  /** Begins a line. */
  JsonLines begin() {
    ensure(1);
    bytes[end++] = '{';
    first = true;
    return this;
  }

  /** Ends a line. */
  void end() {
    ensure(2);
    bytes[end++] = '}';
    bytes[end++] = '\n';
  }

  private void key(Key key, int valueLength) {
    ensure(valueLength);
    // what is written beyond the name is written over
    if (first) {
      first = false;
      EIGHT.set(bytes, end, key.firstHead);
      EIGHT.set(bytes, end + 8, key.firstTail);
      end += key.length - 1;
    } else {
      EIGHT.set(bytes, end, key.head);
      EIGHT.set(bytes, end + 8, key.tail);
      end += key.length;
    }
  }

  /** A member whose value may hold anything. */
  public JsonLines text(Key key, String value) {
    int length = value.length();
    key(key, length);
    bytes[end++] = '"';
    copy(value, length);
    if (isPlain(bytes, end, end + length)) {
      end += length;
    } else {
      escape(value, length);
    }
    bytes[end++] = '"';
    return this;
  }

  /** A member whose value is ASCII and needs no escape. */
  public JsonLines plain(Key key, String value) {
    int length = value.length();
    key(key, length);
    bytes[end++] = '"';
    copy(value, length);
    end += length;
    bytes[end++] = '"';
    return this;
  }

  /**
   * A member that is the id of an object.
   *
   * @param prefix of that kind of object, ASCII that needs no escape
   * @param random the eight characters after it, ASCII as well, the first in the highest byte
   */
  public JsonLines id(Key key, byte[] prefix, long random) {
    key(key, prefix.length + Long.BYTES);
    bytes[end++] = '"';
    System.arraycopy(prefix, 0, bytes, end, prefix.length);
    end += prefix.length;
    EIGHT.set(bytes, end, Long.reverseBytes(random));
    end += Long.BYTES;
    bytes[end++] = '"';
    return this;
  }

  /** A member whose value is already encoded, as it is. */
  JsonLines encoded(Key key, byte[] value) {
    key(key, value.length);
    System.arraycopy(value, 0, bytes, end, value.length);
    end += value.length;
    return this;
  }

  @SuppressWarnings("deprecation") // exactly the low byte of each character is wanted
  private void copy(String value, int length) {
    value.getBytes(0, length, bytes, end);
  }

  /** Whether bytes are printable ASCII without quote and backslash; looks at eight at a time. */
  private static boolean isPlain(byte[] in, int from, int to) {
    int at = from;
    long special = 0;
    for (; at <= to - 8; at += 8) {
      special |= special((long) EIGHT.get(in, at));
    }
    for (; at < to; at++) {
      special |= special(in[at] & 0xffL | ONES * ' ' << 8);
    }
    return special == 0;
  }

  /** High bits where a byte is below space, above ASCII, a quote or a backslash. */
  private static long special(long eight) {
    long quote = eight ^ ONES * '"';
    long backslash = eight ^ ONES * '\\';
    return (eight
            | eight - ONES * ' ' & ~eight
            | quote - ONES & ~quote
            | backslash - ONES & ~backslash)
        & HIGH;
  }

  private void escape(String value, int length) {
    ensure(6 * length);
    for (int i = 0; i < length; i++) {
      int c = value.charAt(i) & 0xff;
      if (c == '"' || c == '\\') {
        bytes[end++] = '\\';
        bytes[end++] = (byte) c;
      } else if (c < ' ') {
        bytes[end++] = '\\';
        bytes[end++] = 'u';
        bytes[end++] = '0';
        bytes[end++] = '0';
        bytes[end++] = HEX[c >> 4];
        bytes[end++] = HEX[c & 15];
      } else if (c < 0x80) {
        bytes[end++] = (byte) c;
      } else {
        bytes[end++] = (byte) (0xc0 | c >> 6);
        bytes[end++] = (byte) (0x80 | c & 0x3f);
      }
    }
  }

  /** A member with a number. */
  public JsonLines number(Key key, long value) {
    key(key, 20);
    long rest = value;
    if (rest < 0) {
      bytes[end++] = '-';
      rest = -rest;
    }
    int digits = digits(rest);
    int at = end + digits;
    end = at;
    while (rest > Integer.MAX_VALUE) {
      long tenth = rest / 10;
      bytes[--at] = (byte) ('0' + (rest - 10 * tenth));
      rest = tenth;
    }
    int small = (int) rest;
    do {
      int tenth = small / 10;
      bytes[--at] = (byte) ('0' + (small - 10 * tenth));
      small = tenth;
    } while (small > 0);
    return this;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long bound = 10; value >= bound && digits < 19; bound *= 10) {
      digits++;
    }
    return digits;
  }

  /** A member that is true or false. */
  public JsonLines bool(Key key, boolean value) {
    return encoded(key, value ? TRUE : FALSE);
  }

  /** Begins a member that is a list. */
  public JsonLines beginList(Key key) {
    key(key, 1);
    bytes[end++] = '[';
    first = true;
    return this;
  }

  /** Ends a list. */
  public JsonLines endList() {
    ensure(1);
    bytes[end++] = ']';
    first = false;
    return this;
  }

  /** Begins an object in a list. */
  public JsonLines beginObject() {
    ensure(2);
    if (!first) {
      bytes[end++] = ',';
    }
    bytes[end++] = '{';
    first = true;
    return this;
  }

  /** Ends an object in a list. */
  public JsonLines endObject() {
    ensure(1);
    bytes[end++] = '}';
    first = false;
    return this;
  }

  /** A word in a list, ASCII that needs no escape. */
  public JsonLines word(String word) {
    ensure(word.length());
    if (!first) {
      bytes[end++] = ',';
    }
    first = false;
    bytes[end++] = '"';
    copy(word, word.length());
    end += word.length();
    bytes[end++] = '"';
    return this;
  }

  private void ensure(int more) {
    if (bytes.length - end < more + SLACK) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more + SLACK));
    }
  }
}
