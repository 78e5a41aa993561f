package io.weir.control;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.weir.rest.Body;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The requests in the OpenAPI document work, and the answers are what it says. */
@ControlApi
class DocumentedExamplesTest {
  private final ApiDocument document = ApiDocument.read();

  @Inject Gateway gateway;

  private Response created(String path, String body, String schema) {
    Response answer = json(body).post(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    document.describes(schema, answer);
    Response read = given().get(answer.header("Location"));
    assertThat(read.statusCode()).isEqualTo(200);
    document.describes(schema, read);
    return answer;
  }

  private Response patched(String path, String example, String schema) {
    Response answer =
        given().contentType(Body.MERGE_PATCH).body(document.example(example)).patch(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    document.describes(schema, answer);
    return answer;
  }

  /** The first block of JSON on a page. */
  private static String onPage(String page) throws IOException {
    String text = Files.readString(Path.of("../docs/" + page));
    int from = text.indexOf("```json\n") + 8;
    return text.substring(from, text.indexOf("\n```", from));
  }

  @Test
  void soDoThoseOnThePages() throws IOException {
    var vpc = gateway.vpc();
    String upstream =
        onPage("upstreams.md")
            .replace("vpc-77h2k1p0", vpc.value())
            .replace("\"orders\"", "\"" + name("orders") + "\"");
    created("/v1/upstreams", upstream, "Upstream");
    String domain = onPage("custom-domains.md").replace("api.example.com", "pages.example.com");
    created(
        "/v1/services/" + gateway.service(gateway.instance(vpc)) + "/domains", domain, "Domain");
  }

  @Test
  void thePageOnUpstreamsNamesEveryFieldWithItsDefault() throws IOException {
    String page = Files.readString(Path.of("../docs/upstreams.md"));
    for (String schema :
        new String[] {
          "UpstreamRequest", "Node", "RetryOn", "UpstreamLimits", "HealthChecker", "NodeTls"
        }) {
      document
          .root()
          .at("/components/schemas/" + schema + "/properties")
          .properties()
          .forEach(
              field -> {
                if (document.isReadOnly(field.getValue())) {
                  return;
                }
                var value = field.getValue().path("default");
                String cell =
                    value.isTextual() && value.textValue().isEmpty() ? "empty" : value.asText();
                boolean plain = value.isMissingNode() || value.isContainerNode();
                assertThat(page)
                    .containsPattern(
                        "\\| `"
                            + field.getKey()
                            + "` \\| "
                            + (plain ? "" : "`?" + Pattern.quote(cell) + "`? \\|"));
              });
    }
  }

  @Test
  void theyLeadFromAnUpstreamToARollback() {
    var vpc = gateway.vpc();
    String smallest = document.example("smallestUpstream").replace("vpc-77h2k1p0", vpc.value());
    created("/v1/upstreams", smallest, "Upstream");
    String largest =
        document
            .example("newUpstream")
            .replace("vpc-77h2k1p0", vpc.value())
            .replace("\"pets\"", "\"" + name("pets") + "\"");
    String upstream = created("/v1/upstreams", largest, "Upstream").jsonPath().getString("id");
    patched("/v1/upstreams/" + upstream, "patchUpstream", "Upstream");
    String checked =
        document
            .example("checkedUpstream")
            .replace("vpc-77h2k1p0", vpc.value())
            .replace("\"pets_tls\"", "\"" + name("pets") + "\"");
    String of = created("/v1/upstreams", checked, "Upstream").jsonPath().getString("id");
    patched("/v1/upstreams/" + of, "patchHealthChecker", "Upstream");

    String newService =
        document
            .example("newService")
            .replace("instance-0aa1bb2c", gateway.instance(vpc).value())
            .replace("\"shop\"", "\"" + name("shop") + "\"");
    String service = created("/v1/services", newService, "Service").jsonPath().getString("id");
    String base = "/v1/services/" + service;
    patched(base, "patchService", "Service");

    String newApi = document.example("newApi").replace("upstream-4n5bfklc", upstream);
    String api = created(base + "/apis", newApi, "Api").jsonPath().getString("id");
    String template = document.example("templateApi").replace("upstream-4n5bfklc", upstream);
    created(base + "/apis", template, "Api");
    patched(base + "/apis/" + api, "patchApi", "Api");

    String release =
        created(base + "/releases", document.example("newRelease"), "Release")
            .jsonPath()
            .getString("id");
    String rollback = document.example("rollback").replace("release-k2j4n5b6", release);
    document.describes("Environment", json(rollback).put(base + "/environments/test"));
    document.describes("EnvironmentList", given().get(base + "/environments"));
    String domain = name("d").toLowerCase(Locale.ROOT).replace('_', '-') + ".example.com";
    String newDomain =
        document.example("newDomain").replace("\"api.example.com\"", "\"" + domain + "\"");
    created(base + "/domains", newDomain, "Domain");
    document.describes(
        "Domain", json(document.example("changeDomain")).put(base + "/domains/" + domain));
    document.describes("Problem", json(newDomain).post(base + "/domains"));
    document.describes("Problem", given().delete("/v1/upstreams/" + upstream));
    document.describes("Problem", json("{}").post("/v1/upstreams"));
  }
}
