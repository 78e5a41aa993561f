package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.content.Violations;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML text read as JSON, that knows at which line and column each pointer stands and collects
 * what is wrong. Not thread-safe.
 */
final class YamlDocument {
  private static final int MAX_CHARACTERS = 256 << 20;

  private final YamlPlaces places;
  private final JsonNode json;
  private final Violations violations = new Violations();

  /** What JSON could not say, with where it stands. */
  private final List<PlacedViolation> misspelt = new ArrayList<>();

  private YamlDocument(Node root) {
    places = new YamlPlaces(root);
    json =
        new YamlJson(
                (at, pointer, problem) ->
                    misspelt.add(places.placed(Violation.field(pointer, problem), at)))
            .of(root, "");
  }

  /**
   * Reads a text. A key given twice, one that is no text and what contains itself are violations.
   *
   * @throws InvalidYamlException if it is not one YAML document
   */
  static YamlDocument read(String text) throws InvalidYamlException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        throw unreadable(null, "the text is empty");
      }
      return new YamlDocument(root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      throw unreadable(mark, "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw unreadable(null, "is not YAML: " + e.getMessage());
    }
  }

  private static InvalidYamlException unreadable(@Nullable Mark mark, String problem) {
    int line = mark == null ? 0 : mark.getLine();
    int column = mark == null ? 0 : mark.getColumn();
    return new InvalidYamlException(
        List.of(new PlacedViolation(line + 1, column + 1, "", Violation.field("", problem))));
  }

  /** The whole of it. */
  Part whole() {
    return new Part(this, json, "");
  }

  /** Adds something that is wrong. */
  void violates(String pointer, String problem) {
    violations.add(Violation.field(pointer, problem));
  }

  /** A value as it was written, whatever YAML takes it for; null if there is none. */
  @Nullable String text(String pointer) {
    return places.text(pointer);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidYamlException with everything that is wrong, if anything is
   */
  void end() throws InvalidYamlException {
    List<PlacedViolation> all = new ArrayList<>(misspelt);
    try {
      violations.end();
    } catch (InvalidContentException e) {
      e.violations().forEach(violation -> all.add(places.placed(violation)));
    }
    all.sort(Comparator.comparingInt(PlacedViolation::line).thenComparing(PlacedViolation::column));
    if (!all.isEmpty()) {
      throw new InvalidYamlException(all);
    }
  }
}
