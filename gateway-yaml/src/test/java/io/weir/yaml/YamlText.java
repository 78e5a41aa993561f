package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import java.util.Random;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes JSON as YAML, in this way or that. */
final class YamlText {
  private YamlText() {}

  static String of(JsonNode json, Random random) {
    DumperOptions options = new DumperOptions();
    DumperOptions.FlowStyle[] styles = DumperOptions.FlowStyle.values();
    options.setDefaultFlowStyle(styles[random.nextInt(styles.length)]);
    options.setIndent(2 + random.nextInt(3));
    options.setPrettyFlow(random.nextBoolean());
    options.setSplitLines(random.nextBoolean());
    options.setAllowUnicode(random.nextBoolean());
    options.setDereferenceAliases(true);
    options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
    return new Yaml(options).dump(Json.MAPPER.convertValue(json, Object.class));
  }
}
