package io.weir.dataplane.http;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message in their order, as lines of bytes that lie one after another: what passes
 * through a gateway unchanged is copied in runs of lines and never becomes a string. Reusable; one
 * thread.
 */
public final class Headers {
  private static final int INTS = 4;
  private static final int NAME_END = 1;
  private static final int VALUE_START = 2;
  private static final int VALUE_END = 3;

  private byte[] bytes;
  private int end;
  private int[] index = new int[INTS * 24];
  private byte[] names = new byte[24];
  private int size;
  private long present;

  /** No fields. */
  public Headers() {
    this(1024);
  }

  /** No fields, and room for about that many bytes. */
  public Headers(int capacity) {
    bytes = new byte[capacity];
  }

  /** Forgets all fields. */
  public Headers clear() {
    end = 0;
    size = 0;
    present = 0;
    return this;
  }

  /**
   * Takes the bytes of a whole head in, of which a parser then names the fields with {@link
   * #field}; gives the array they are in, from index 0.
   */
  public byte[] load(ByteBuf in, int from, int length) {
    clear();
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    in.getBytes(from, bytes, 0, length);
    end = length;
    return bytes;
  }

  /** Declares the loaded line that starts at {@code start} to be a field. */
  public HeaderName field(int start, int nameEnd, int valueStart, int valueEnd) {
    HeaderName name = HeaderName.of(bytes, start, nameEnd);
    index(name, start, nameEnd, valueStart, valueEnd);
    return name;
  }

  /** Says where the last loaded line ends. */
  public void loadedTo(int lineEnd) {
    end = lineEnd;
  }

  private void index(HeaderName name, int start, int nameEnd, int valueStart, int valueEnd) {
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      index = Arrays.copyOf(index, 2 * INTS * size);
    }
    names[size] = (byte) name.ordinal();
    present |= 1L << name.ordinal();
    int at = INTS * size++;
    index[at] = start;
    index[at + NAME_END] = nameEnd;
    index[at + VALUE_START] = valueStart;
    index[at + VALUE_END] = valueEnd;
  }

  /** How many fields there are. */
  public int size() {
    return size;
  }

  /** How many bytes their lines have. */
  public int length() {
    return size == 0 ? 0 : end - index[0];
  }

  /** Which name a field has. */
  public HeaderName name(int field) {
    return HeaderName.at(names[field]);
  }

  /** Whether there is a field of this name; not for {@link HeaderName#OTHER}. */
  public boolean has(HeaderName name) {
    return (present & 1L << name.ordinal()) != 0;
  }

  /** The first field of this name, or -1. */
  public int find(HeaderName name) {
    return has(name) ? find(name, 0) : -1;
  }

  /** The first field of this name at or behind a place, or -1. */
  public int find(HeaderName name, int from) {
    byte wanted = (byte) name.ordinal();
    for (int i = from; i < size; i++) {
      if (names[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** The first field of this name in any case, or -1. */
  public int find(String name) {
    for (int i = 0; i < size; i++) {
      if (nameIs(i, name)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a field has this name, in any case. */
  public boolean nameIs(int field, String name) {
    return spells(index[INTS * field], index[INTS * field + NAME_END], name);
  }

  /** Whether these bytes are this ASCII text, in any case. */
  private boolean spells(int start, int after, String text) {
    boolean same = after - start == text.length();
    for (int i = 0; same && i < text.length(); i++) {
      same = lower(bytes[start + i]) == lower((byte) text.charAt(i));
    }
    return same;
  }

  /** Whether the name of a field, however it is spelled, is in a set. */
  public boolean nameIn(int field, NameSet set) {
    int start = index[INTS * field];
    return set.has(bytes, start, index[INTS * field + NAME_END]);
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b | 0x20 : b;
  }

  /** The name of a field as it was written. */
  public String nameText(int field) {
    return text(index[INTS * field], index[INTS * field + NAME_END]);
  }

  /** The value of a field, without white space around it. */
  public String value(int field) {
    return text(index[INTS * field + VALUE_START], index[INTS * field + VALUE_END]);
  }

  /** The value of the first field of this name, or null. */
  public @Nullable String get(HeaderName name) {
    int field = find(name);
    return field < 0 ? null : value(field);
  }

  /** The value of the first field of this name, or null. */
  public @Nullable String get(String name) {
    int field = find(name);
    return field < 0 ? null : value(field);
  }

  /** Whether the value of a field is this lower-case ASCII text, in any case. */
  public boolean valueIs(int field, String lowerCase) {
    int start = index[INTS * field + VALUE_START];
    return spells(start, index[INTS * field + VALUE_END], lowerCase);
  }

  /** Whether these bytes are somewhere in the value of a field. */
  public boolean valueHas(int field, byte[] text) {
    int last = index[INTS * field + VALUE_END] - text.length;
    for (int at = index[INTS * field + VALUE_START]; at <= last; at++) {
      if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a field, read as a list of tokens, has this lower-case token, in any case. */
  public boolean hasToken(HeaderName name, String lowerCase) {
    for (int i = find(name); i >= 0; i = find(name, i + 1)) {
      if (valueIs(i, lowerCase)) {
        return true;
      }
      int at = index[INTS * i + VALUE_START];
      int to = index[INTS * i + VALUE_END];
      while (at < to) {
        int comma = at;
        while (comma < to && bytes[comma] != ',') {
          comma++;
        }
        if (tokenIs(at, comma, lowerCase)) {
          return true;
        }
        at = comma + 1;
      }
    }
    return false;
  }

  private boolean tokenIs(int from, int to, String lowerCase) {
    int start = from;
    int stop = to;
    while (start < stop && isSpace(bytes[start])) {
      start++;
    }
    while (stop > start && isSpace(bytes[stop - 1])) {
      stop--;
    }
    if (stop - start != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (lower(bytes[start + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  /** The value of a field as the number of octets it states, or -1 if it is not one. */
  public long decimal(int field) {
    int start = index[INTS * field + VALUE_START];
    int to = index[INTS * field + VALUE_END];
    if (start == to || to - start > 18) {
      return -1;
    }
    long number = 0;
    for (int i = start; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Text of the loaded head, ISO-8859-1. */
  public String loaded(int from, int to) {
    return text(from, to);
  }

  private int lineEnd(int field) {
    return field + 1 < size ? index[INTS * (field + 1)] : end;
  }

  /** Appends the lines of the fields {@code from} to {@code to} (exclusive) of others. */
  public void addAll(Headers others, int from, int to) {
    if (from >= to) {
      return;
    }
    int start = others.index[INTS * from];
    int length = others.lineEnd(to - 1) - start;
    ensure(length);
    System.arraycopy(others.bytes, start, bytes, end, length);
    int shift = end - start;
    for (int i = from; i < to; i++) {
      int at = INTS * i;
      index(
          HeaderName.at(others.names[i]),
          others.index[at] + shift,
          others.index[at + NAME_END] + shift,
          others.index[at + VALUE_START] + shift,
          others.index[at + VALUE_END] + shift);
    }
    end += length;
  }

  /** Appends a field; the value must be free of CR, LF and NUL. */
  public void add(HeaderName name, String value) {
    ensure(name.bytes().length + value.length() + 4);
    int start = end;
    put(name.bytes());
    int nameEnd = colon();
    put(value);
    finish(name, start, nameEnd);
  }

  /** Appends a field; the name must be a token, the value free of CR, LF and NUL. */
  public void add(CharSequence name, CharSequence value) {
    ensure(name.length() + value.length() + 4);
    int start = end;
    put(name);
    int nameEnd = colon();
    put(value);
    finish(HeaderName.of(bytes, start, nameEnd), start, nameEnd);
  }

  /** Appends a field with a number. */
  public void add(HeaderName name, long value) {
    add(name, Long.toString(value));
  }

  private int colon() {
    int nameEnd = end;
    bytes[end++] = ':';
    bytes[end++] = ' ';
    return nameEnd;
  }

  private void finish(HeaderName name, int start, int nameEnd) {
    index(name, start, nameEnd, nameEnd + 2, end);
    bytes[end++] = '\r';
    bytes[end++] = '\n';
  }

  private void put(byte[] some) {
    System.arraycopy(some, 0, bytes, end, some.length);
    end += some.length;
  }

  @SuppressWarnings("deprecation") // exactly the low byte of each character is wanted
  private void put(CharSequence some) {
    int length = some.length();
    if (some instanceof String text) {
      text.getBytes(0, length, bytes, end);
    } else if (some instanceof AsciiString text) {
      text.copy(0, bytes, end, length);
    } else {
      for (int i = 0; i < length; i++) {
        bytes[end + i] = (byte) some.charAt(i);
      }
    }
    end += length;
  }

  private void ensure(int more) {
    if (bytes.length - end < more) {
      bytes = Arrays.copyOf(bytes, Math.max(end + more, 2 * bytes.length));
    }
  }

  /** Writes all lines. */
  public void writeTo(ByteBuf out) {
    if (size > 0) {
      out.writeBytes(bytes, index[0], end - index[0]);
    }
  }

  /** A copy of all lines, in which {@link #nameStart} and its like are places. */
  public byte[] lines() {
    return size == 0 ? new byte[0] : Arrays.copyOfRange(bytes, index[0], end);
  }

  /** Where in {@link #lines} the name of a field starts. */
  public int nameStart(int field) {
    return index[INTS * field] - index[0];
  }

  /** Where in {@link #lines} the name of a field ends. */
  public int nameEnd(int field) {
    return index[INTS * field + NAME_END] - index[0];
  }

  /** Where in {@link #lines} the value of a field starts, without white space. */
  public int valueStart(int field) {
    return index[INTS * field + VALUE_START] - index[0];
  }

  /** Where in {@link #lines} the value of a field ends, without white space. */
  public int valueEnd(int field) {
    return index[INTS * field + VALUE_END] - index[0];
  }

  /** A copy that nobody else changes. */
  public Headers copy() {
    Headers copy = new Headers(Math.max(64, length()));
    copy.addAll(this, 0, size);
    return copy;
  }

  @Override
  public String toString() {
    return size == 0 ? "" : text(index[0], end);
  }
}
