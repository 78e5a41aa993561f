package io.weir.guard.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The one table of who may do what: {@code access.txt}, a line an operation. */
public final class AccessTable {
  private static final String FILE = "/io/weir/guard/access.txt";
  private static final List<Operation> OPERATIONS = read();
  private static final List<Pattern> PATTERNS =
      OPERATIONS.stream().map(Operation::pattern).toList();

  private AccessTable() {}

  /** Every operation of every service, in the order of the file. */
  public static List<Operation> operations() {
    return OPERATIONS;
  }

  /**
   * The operations of a path, one a method; none if there is no such path.
   *
   * @param canonical the path of a request as {@link Paths} spells it
   */
  static List<Operation> at(String canonical) {
    List<Operation> found = new ArrayList<>();
    for (int i = 0; i < PATTERNS.size(); i++) {
      if (PATTERNS.get(i).matcher(canonical).matches()) {
        found.add(OPERATIONS.get(i));
      }
    }
    return found;
  }

  private static List<Operation> read() {
    try (InputStream in = Objects.requireNonNull(AccessTable.class.getResourceAsStream(FILE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(AccessTable::operation)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation operation(String line) {
    String[] words = line.split(" +", -1);
    if (words.length != 4) {
      throw new IllegalStateException("not a line of the table of access: " + line);
    }
    return new Operation(Need.valueOf(words[0]), words[1], words[2], words[3]);
  }
}
