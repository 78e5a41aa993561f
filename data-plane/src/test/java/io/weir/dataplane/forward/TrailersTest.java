package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Passage;
import io.weir.dataplane.support.Passage.Passed;
import io.weir.dataplane.support.Passage.Version;
import io.weir.dataplane.support.TestOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which trailers travel on, whatever the versions on the two sides are. */
class TrailersTest {
  private static final List<String> MEANINGFUL =
      List.of(
          "x-forwarded-for",
          "x-forwarded-prefix",
          "x_forwarded_proto",
          "forwarded",
          "via",
          "x-real-ip",
          "x-request-id",
          "traceparent",
          "weir-debug",
          "weir-anything",
          "host",
          "content-length",
          "content_length",
          "authorization",
          "cookie",
          "set-cookie",
          "x-api-key",
          "expect",
          "max-forwards",
          "range",
          "if-none-match",
          "cache-control",
          "pragma",
          "age",
          "date",
          "expires",
          "location",
          "vary",
          "content-type",
          "content-encoding",
          "content-range",
          "trailer",
          "www-authenticate",
          "access-control-allow-origin",
          "x-http-method-override",
          "x-original-url",
          "user-agent");
  private static final String[] ORDINARY = {
    "x-checksum", "1",
    "grpc-status", "0",
    "grpc-message", "fine",
    "content-digest", "sha-256=:AA==:",
    "server-timing", "db;dur=2",
    "etag", "\"1\"",
    "x-mine", "2"
  };

  private static String[] all(String... more) {
    List<String> trailers = new ArrayList<>(List.of(ORDINARY));
    for (String name : MEANINGFUL) {
      trailers.add(name);
      trailers.add("6");
    }
    trailers.addAll(List.of(more));
    return trailers.toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void thoseThatChangeWhatAMessageMeansEndHereInBothDirections(Version client, Version node)
      throws Exception {
    for (ForwardOptions options :
        List.of(TestOptions.usual(), TestOptions.trustedProxies("127.0.0.0/8"))) {
      Passed passed = announcing(client, node).post(options, all(), all());
      assertThat(passed.requestTrailers().keySet()).containsExactlyInAnyOrder(names(ORDINARY));
      assertThat(passed.responseTrailers().keySet()).containsExactlyInAnyOrder(names(ORDINARY));
    }
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1", "HTTP_2"})
  void thoseThatTheConnectionNominatesEndHere(Version node) throws Exception {
    Passed passed =
        new Passage(Version.HTTP_1, node, "connection", "TE, X-Mine", "te", "trailers")
            .post(TestOptions.trustedProxies("127.0.0.0/8"), all(), ORDINARY);
    assertThat(passed.requestTrailers()).containsKey("x-checksum").doesNotContainKey("x-mine");
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1", "HTTP_2"})
  void thoseThatANodesConnectionNominatesEndHere(Version client) throws Exception {
    Passed passed =
        new Passage(client, Version.HTTP_1, "te", "trailers")
            .pass(
                TestOptions.usual(),
                "POST",
                new String[0],
                new String[] {"connection", "X-Mine, x-checksum"},
                ORDINARY);
    assertThat(passed.responseTrailers())
        .containsKey("grpc-status")
        .doesNotContainKeys("x-mine", "x-checksum");
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void aMessageOfWhoseTrailersNonePassesEndsAllTheSame(Version client, Version node)
      throws Exception {
    Passed passed =
        announcing(client, node)
            .post(
                TestOptions.usual(),
                new String[] {"cookie", "a=b"},
                new String[] {"set-cookie", "a=b"});
    assertThat(passed.requestTrailers()).isEmpty();
    assertThat(passed.responseTrailers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void onlyATrustedProxyNeedNotAnnounceThem(Version client, Version node) throws Exception {
    Passage passage = new Passage(client, node, "te", "trailers", "trailer", "ETag, X-Checksum");
    assertThat(passage.post(TestOptions.usual(), ORDINARY, ORDINARY).requestTrailers())
        .containsOnlyKeys("etag", "x-checksum");
    ForwardOptions trusting = TestOptions.trustedProxies("127.0.0.0/8");
    assertThat(passage.post(trusting, ORDINARY, ORDINARY).requestTrailers())
        .containsOnlyKeys(names(ORDINARY));
  }

  private static Passage announcing(Version client, Version node) {
    List<String> names = new ArrayList<>(List.of(names(ORDINARY)));
    names.addAll(MEANINGFUL);
    return new Passage(client, node, "te", "trailers", "trailer", String.join(", ", names));
  }

  private static String[] names(String... fields) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      names.add(fields[i]);
    }
    return names.toArray(String[]::new);
  }
}
