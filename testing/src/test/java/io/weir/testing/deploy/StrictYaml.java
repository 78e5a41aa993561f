package io.weir.testing.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as a strict reader would: a key given twice is an error. */
final class StrictYaml {
  private StrictYaml() {}

  /** The documents of a text, each of which must be a mapping. */
  static List<Map<String, Object>> documents(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var documents = new ArrayList<Map<String, Object>>();
    for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
      documents.add(map(document));
    }
    return documents;
  }

  /** The documents of a file. */
  static List<Map<String, Object>> documents(Path file) {
    return documents(read(file));
  }

  /** A shape from the test's resources. */
  static Map<String, Object> resource(String name) {
    try (var in = StrictYaml.class.getResourceAsStream("/deploy/" + name)) {
      return documents(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  static List<Map<String, Object>> maps(Object node) {
    return list(node).stream().map(StrictYaml::map).toList();
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object node) {
    return node == null ? List.of() : (List<Object>) node;
  }

  /** Follows keys and list indexes, {@code spec/template/0/name}; null where the way ends. */
  static Object at(Object node, String path) {
    Object here = node;
    for (String step : path.split("/")) {
      here =
          switch (here) {
            case Map<?, ?> map -> map.get(step);
            case List<?> list -> list.get(Integer.parseInt(step));
            case null, default -> null;
          };
    }
    return here;
  }
}
