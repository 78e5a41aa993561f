package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {
  @TempDir Path directory;

  @Test
  void aRecordTellsTheRouteThePositionAndEveryAttempt() throws Exception {
    Path file = directory.resolve("access.log");
    try (FakeUpstream node = FakeUpstream.http();
        AccessLog log = AccessLog.file(file);
        Gateway gateway = Gateway.of(TestOptions.usual(), new Telemetry(new Traffic(), log, false, null), node)) {
      node.behave(Behaviour.inTurn(new Reply.Reset(), Reply.text(201, "made")));
      try (Client client = gateway.client()) {
        client.call(
            gateway.head("PUT", "/release/pets/1")
                + "X-Request-Id: my-id\nContent-Length: 3\n\nabc");
        client.call(gateway.head("GET", "/release/\"nowhere\"") + "\n");
      }
      gateway.close();
      log.close();
      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        lines.add(Json.MAPPER.readTree(line));
      }
      assertThat(lines).hasSize(2);
      JsonNode served = lines.getFirst();
      assertThat(served.path("requestId").asText()).isEqualTo("my-id");
      assertThat(served.path("status").asInt()).isEqualTo(201);
      assertThat(served.path("position").asLong()).isEqualTo(gateway.position());
      assertThat(served.path("api").asText()).isEqualTo(gateway.sample().api().id().value());
      assertThat(served.path("received").asInt()).isEqualTo(3);
      assertThat(served.path("sent").asInt()).isEqualTo(4);
      assertThat(served.path("attempts")).hasSize(2);
      assertThat(served.at("/attempts/0/result").asText()).isEqualTo("broken");
      assertThat(served.at("/attempts/0/node").asText()).isEqualTo("127.0.0.1:" + node.port());
      assertThat(served.at("/attempts/1/result").asText()).isEqualTo("answered");
      assertThat(served.at("/attempts/1/status").asInt()).isEqualTo(201);
      assertThat(served.at("/attempts/1/firstByte").asLong()).isPositive();
      JsonNode refused = lines.getLast();
      assertThat(refused.path("status").asInt()).isEqualTo(404);
      assertThat(refused.path("failure").asText()).isEqualTo("NO_ROUTE");
      assertThat(refused.path("path").asText()).isEqualTo("/release/\"nowhere\"");
      assertThat(refused.path("attempts")).isEmpty();
    }
  }
}
