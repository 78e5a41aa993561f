package io.weir.testing.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.testing.service.RestClient.Answer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each path of a service's OpenAPI document has the methods that the document says, whoever answers
 * for those that it has not: the table of access where callers are asked who they are, and what the
 * resources are annotated with where they are not, and for OPTIONS.
 */
public abstract class AllowContract {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** Where the service listens. */
  protected abstract URI service();

  /** Header fields of an administrator, names and values in turn; none if nobody is asked. */
  protected abstract String[] administrator();

  @Test
  void everyPathSaysWhichMethodsItHas() {
    RestClient rest = new RestClient(service());
    String[] headers = administrator();
    JsonNode paths = rest.send("GET", "/openapi?format=json", null).body().path("paths");
    assertThat(paths.size()).isPositive();
    paths
        .properties()
        .forEach(
            one -> {
              Set<String> has = methods(one.getValue());
              String allow = allow(has);
              // an index of a tile may be of several segments
              String path =
                  one.getKey().replace("{index}", "x001/000").replaceAll("\\{[^}]*}", "x");
              Answer options = rest.send("OPTIONS", path, null, headers);
              assertThat(options.status()).as("OPTIONS " + path).isEqualTo(204);
              assertThat(options.header("Allow")).as("OPTIONS " + path).isEqualTo(allow);
              for (String method : METHODS) {
                if (!has.contains(method)) {
                  Answer refused = rest.send(method, path, null, headers);
                  String what = method + " " + path;
                  assertThat(refused.text("code")).as(what).isEqualTo("METHOD_NOT_ALLOWED");
                  assertThat(refused.header("Allow")).as(what).isEqualTo(allow);
                }
              }
            });
  }

  private static Set<String> methods(JsonNode path) {
    Set<String> methods = new TreeSet<>();
    path.fieldNames()
        .forEachRemaining(
            name -> {
              String method = name.toUpperCase(Locale.ROOT);
              if (METHODS.contains(method)) {
                methods.add(method);
              }
            });
    return methods;
  }

  private static String allow(Set<String> methods) {
    Set<String> all = new TreeSet<>(methods);
    all.add("OPTIONS");
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return String.join(", ", all);
  }
}
