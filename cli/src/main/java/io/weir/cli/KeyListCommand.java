package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir key list}: the keys that were not revoked, a line a key. */
@Command(name = "list", description = "Lists the API keys that were not revoked, oldest first.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class KeyListCommand implements Callable<Integer> {
  private static final int PAGE = 100;

  @Mixin private Management management;

  @Option(names = "--json", description = "Prints the keys as JSON, one a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("limit", Integer.toString(PAGE));
    int offset = 0;
    JsonNode items;
    do {
      query.put("offset", Integer.toString(offset));
      items = management.get("/v1/keys", query).path("items");
      for (JsonNode key : items) {
        out.println(json ? key.toString() : line(key));
      }
      offset += items.size();
    } while (items.size() == PAGE);
    out.flush();
    return 0;
  }

  private static String line(JsonNode key) {
    List<String> more = new ArrayList<>();
    if (!key.path("used").asBoolean()) {
      more.add("never used");
    }
    if (key.hasNonNull("expiresAt")) {
      more.add(
          (key.path("expired").asBoolean() ? "expired " : "expires ")
              + key.path("expiresAt").asText());
    }
    key.path("scope").forEach(id -> more.add(id.asText()));
    return "%s  %-8s  %-20s  %s"
        .formatted(
            key.path("id").asText(),
            key.path("role").asText(),
            key.path("name").asText(),
            String.join(", ", more))
        .stripTrailing();
  }
}
