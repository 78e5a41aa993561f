package io.weir.projector.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a {@code search} column holds: all texts that a search looks into, in lower case, one a line
 * so that nothing is found across two of them. Made here and not by PostgreSQL, whose notion of
 * lower case depends on how a database was set up.
 */
final class Search {
  private Search() {}

  static String text(Object id, List<String> texts) {
    List<String> lines = new ArrayList<>(List.of(id.toString()));
    texts.stream().filter(text -> !text.isEmpty()).forEach(lines::add);
    return String.join("\n", lines).toLowerCase(Locale.ROOT);
  }
}
