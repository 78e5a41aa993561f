package io.weir.dataplane.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages of docs/, for tests that tie what they name to the code. */
public record DocsPage(List<String> lines) {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** The page of this file name. */
  public static DocsPage of(String name) {
    return read(DOCS.resolve(name));
  }

  /** All of them, one after the other, decisions left out. */
  public static DocsPage all() {
    try (Stream<Path> files = Files.list(DOCS)) {
      return new DocsPage(
          files
              .filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .flatMap(file -> read(file).lines().stream())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocsPage read(Path file) {
    try {
      return new DocsPage(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of every table that has this header, as cells. */
  public List<List<String>> tables(String header) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals(header)) {
        lines.stream()
            .skip(i + 2L)
            .takeWhile(line -> line.startsWith("|"))
            .forEach(line -> rows.add(cells(line)));
      }
    }
    if (rows.isEmpty()) {
      throw new AssertionError("no table has the header " + header);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Stream.of(line.substring(1).split("\\|", -1)).map(String::strip).toList();
  }

  /** What is in backticks in the first column of the tables with this header. */
  public Set<String> names(String header) {
    Set<String> names = new LinkedHashSet<>();
    tables(header).forEach(row -> names.addAll(quoted(row.getFirst())));
    return names;
  }

  /** What is in backticks in a text. */
  public static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** Everything on the page that matches. */
  public Set<String> matching(String regex) {
    Set<String> found = new LinkedHashSet<>();
    Pattern pattern = Pattern.compile(regex);
    lines.forEach(
        line -> pattern.matcher(line).results().map(MatchResult::group).forEach(found::add));
    return found;
  }
}
