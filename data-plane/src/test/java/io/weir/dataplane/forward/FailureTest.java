package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.value.Environment;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client is told when the gateway answers itself. */
class FailureTest {
  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private static void assertFailure(Answer answer, int status, String code) throws IOException {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    JsonNode body = Json.MAPPER.readTree(answer.body());
    assertThat(body.path("code").asText()).isEqualTo(code);
    assertThat(body.path("message").asText()).isNotEmpty();
    assertThat(body.path("requestId").asText()).isEqualTo(answer.header("weir-request-id"));
  }

  @Test
  void anUnknownServiceEnvironmentOrPathIs404() throws IOException {
    assertFailure(gateway.get("/test/pets"), 404, "NO_ROUTE");
    assertFailure(gateway.get("/release/other"), 404, "NO_ROUTE");
    assertFailure(gateway.get("/"), 404, "NO_ROUTE");
    try (Client client = gateway.client()) {
      assertFailure(
          client.call("GET /release/pets HTTP/1.1\nHost: service-00000000.localhost\n\n"),
          404,
          "NO_ROUTE");
      assertFailure(
          client.call("GET /release/pets HTTP/1.1\nHost: localhost\n\n"), 404, "NO_ROUTE");
    }
    assertThat(node.count()).isZero();
  }

  @Test
  void anEnvironmentThatIsUnreleasedIs404() throws IOException {
    gateway.append(new EnvironmentUnreleased(gateway.sample().service().id(), Environment.RELEASE));
    assertFailure(gateway.get("/release/pets"), 404, "NO_ROUTE");
  }

  @Test
  void anUpstreamOutOfReachIs503UntilTheLinkExists() throws IOException {
    gateway.append(gateway.sample().disconnect());
    assertFailure(gateway.get("/release/pets"), 503, "VPC_NOT_CONNECTED");
    assertThat(node.count()).isZero();
    gateway.append(gateway.sample().connect().getLast());
    assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
  }

  @Test
  void anUpstreamWithNothingButWeightZeroIs503() throws IOException {
    gateway.nodes(EventMother.node(node.port(), 0));
    assertFailure(gateway.get("/release/pets"), 503, "NO_ELIGIBLE_NODE");
  }

  @Test
  void aNodeThatNeverAnswersIs504AfterTheTimeoutOfTheApi() throws IOException {
    gateway.api("/slow", "/slow", null, 1_000);
    node.behave(Behaviour.always(new Reply.Held(new CompletableFuture<>())));
    assertFailure(gateway.get("/release/slow"), 504, "TIMEOUT");
    assertThat(node.count()).isOne();
  }

  @Test
  void aRequestWithoutHostIs400() throws IOException {
    try (Client client = gateway.client()) {
      assertFailure(client.call("GET /release/pets HTTP/1.1\n\n"), 400, "BAD_REQUEST");
    }
  }

  @Test
  void aTargetThatIsNoPathIs400() throws IOException {
    assertFailure(gateway.get("/release/%zz"), 400, "BAD_REQUEST");
    assertFailure(gateway.call("GET", "*"), 400, "BAD_REQUEST");
  }

  @Test
  void whatIsNoHttpIs400AndTheEndOfTheConnection() throws IOException {
    try (Client client = gateway.client()) {
      assertThat(client.call("nonsense\n\n").status()).isEqualTo(400);
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void aRequestLineOrHeaderSectionWithoutMeasureIsRefused() throws IOException {
    assertThat(gateway.get("/release/pets?" + "x".repeat(9_000)).status()).isEqualTo(414);
    try (Client client = gateway.client()) {
      assertThat(
              client
                  .call(gateway.head("GET", "/release/pets") + "X: " + "y".repeat(40_000) + "\n\n")
                  .status())
          .isEqualTo(431);
    }
  }

  @Test
  void aFailureLeavesTheConnectionUsable() throws IOException {
    try (Client client = gateway.client()) {
      assertThat(
              client
                  .call(gateway.head("POST", "/release/other") + "Content-Length: 5\n\nhello")
                  .status())
          .isEqualTo(404);
      assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status()).isEqualTo(200);
    }
  }
}
