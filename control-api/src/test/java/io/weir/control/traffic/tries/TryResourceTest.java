package io.weir.control.traffic.tries;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.weir.contracts.codec.Json;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.traffic.TrafficWriter;
import io.weir.control.traffic.request.LogLine;
import io.weir.testing.FreePorts;
import io.weir.testing.ReadModelTables;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests through a replica, which is a server that answers as the test says. */
@ControlApi
class TryResourceTest {
  private final String replica = Gateway.name("replica");

  @Inject Gateway gateway;
  @Inject TrafficWriter topic;
  @Inject DataSource database;
  private FakeUpstream server;

  @BeforeEach
  void report() {
    ReadModelTables.create(database, 9);
    server = FakeUpstream.http();
    reported(replica, "127.0.0.1:" + server.port(), "1 s");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void reported(String id, @Nullable String address, String ago) {
    String sql =
        """
        insert into projector.replica (replica_id, instance, state, position, address, last_seen_at,
            document)
          values ('%s', '*', 'LIVE', 7, %s, now() - interval '%s', '{"ready":true}')\
        """
            .formatted(id, address == null ? "null" : "'" + address + "'", ago);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Response tried(String body) {
    return json(body.replace('\'', '"')).post("/v1/tries");
  }

  private static Response answered(String body) {
    Response answer = tried(body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    ApiDocument.read().describes("Try", answer);
    return answer;
  }

  private static Response refused(String body, int status, String code) {
    Response answer = tried(body);
    answer.then().statusCode(status).body("code", equalTo(code));
    ApiDocument.read().describes("Problem", answer);
    return answer;
  }

  /** The replica tells of a request as soon as it is there. */
  private void tellOf(Request request) {
    String id = request.header("X-Request-Id").orElseThrow();
    ObjectNode record =
        Json.MAPPER.createObjectNode().put("type", "requests").put("replicaId", replica);
    record.putArray("requests").add(LogLine.of(id, Instant.now()));
    topic.write(replica, record);
  }

  @Test
  void whatCameBackIsToldAndWhatTheReplicaSaysOfIt() {
    server.behave(
        request -> {
          tellOf(request);
          return Reply.text(201, "made: " + request.text())
              .with("X-Two", "1")
              .with("X-Two", "2")
              .with("Weir-Request-Id", request.header("X-Request-Id").orElseThrow());
        });
    Response answer =
        answered(
            """
            {'host':'pets.example.com:8443','method':'POST','path':'/pets?a=%20&b',
             'headers':[{'name':'X-Key','value':'a'},{'name':'x-key','value':'b c'}],
             'body':'{"ä":1}'}\
            """
                .replace("\"", "\\\""));
    String id = answer.jsonPath().getString("requestId");
    answer
        .then()
        .body("replicaId", equalTo(replica))
        .body("address", equalTo("127.0.0.1:" + server.port()))
        .body("url", equalTo("http://pets.example.com:8443/pets?a=%20&b"))
        .body("status", equalTo(201))
        .body("body", equalTo("made: {\"ä\":1}"))
        .body("bytes", equalTo("made: {\"ä\":1}".getBytes(UTF_8).length))
        .body("bodyTruncated", equalTo(false))
        .body("headers.findAll { it.name == 'X-Two' }.value", contains("1", "2"))
        .body("request.requestId", equalTo(id))
        .body("request.replicaId", equalTo(replica));
    assertThat(id).matches("try-[0-9a-f]{32}");
    Request sent = server.requests().getFirst();
    assertThat(sent.method() + " " + sent.target()).isEqualTo("POST /pets?a=%20&b");
    assertThat(sent.all("Host")).containsExactly("pets.example.com:8443");
    assertThat(sent.all("X-Request-Id")).containsExactly(id);
    assertThat(sent.all("X-Key")).containsExactly("a", "b c");
    assertThat(sent.all("Content-Length")).containsExactly("8");
    given().get("/v1/requests/" + id).then().statusCode(200);
  }

  @Test
  void anEnvironmentOfAServiceIsTriedByItsIdAndWhatIsNotToldIsLeftOut() {
    String service = gateway.service(gateway.instance(gateway.vpc()));
    server.behave(_ -> Reply.status(404));
    answered(
            "{'serviceId':'%s','environment':'test','method':'GET','path':'/p'}".formatted(service))
        .then()
        .body("status", equalTo(404))
        .body("url", equalTo("http://" + service + "/test/p"))
        .body("body", equalTo(""))
        .body("$", not(hasKey("request")));
    assertThat(server.requests().getFirst().target()).isEqualTo("/test/p");
    assertThat(server.requests().getFirst().all("Content-Length")).isEmpty();
  }

  @Test
  void redirectsAreToldAndNotFollowed() {
    try (FakeUpstream elsewhere = FakeUpstream.http()) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        server.behave(
            _ ->
                Reply.status(status)
                    .with("Location", "http://127.0.0.1:" + elsewhere.port() + "/secret"));
        answered("{'host':'a.example','method':'GET','path':'/'}")
            .then()
            .body("status", equalTo(status))
            .body("headers.name", hasItem("Location"));
      }
      assertThat(elsewhere.acceptedConnections()).isZero();
    }
  }

  @Test
  void ofALongBodyTheBeginningIsToldAndOfOneThatIsNoTextTheBytes() {
    byte[] text = "ä".repeat(100_000).getBytes(UTF_8);
    text[0] = 'a';
    text[1] = 'b';
    text[2] = 'c';
    text[3] = 'd';
    server.behave(_ -> new Reply.Response(200, List.of(), text));
    Response cut = answered("{'host':'a.example','method':'GET','path':'/'}");
    cut.then().body("bytes", equalTo(200_000)).body("bodyTruncated", equalTo(true));
    assertThat(cut.jsonPath().getString("body").getBytes(UTF_8)).hasSize(64 * 1024);
    server.behave(_ -> new Reply.Response(200, List.of(), new byte[] {-1, 0, 'a'}));
    answered("{'host':'a.example','method':'GET','path':'/'}")
        .then()
        .body("bodyBase64", equalTo("/wBh"))
        .body("$", not(hasKey("body")));
    server.behave(_ -> new Reply.Truncated(Reply.text(200, "begun and not ended"), 5));
    answered("{'host':'a.example','method':'GET','path':'/'}")
        .then()
        .body("body", equalTo("begun"))
        .body("bodyTruncated", equalTo(true));
  }

  @Test
  void aReplicaThatDoesNotAnswerIsUnreachable() {
    server.behave(_ -> new Reply.Reset());
    refused("{'host':'a.example','method':'GET','path':'/'}", 502, "REPLICA_UNREACHABLE");
    server.behave(_ -> new Reply.Raw("nonsense\r\n\r\n".getBytes(UTF_8)));
    refused("{'host':'a.example','method':'GET','path':'/'}", 502, "REPLICA_UNREACHABLE");
    server.stop();
    refused("{'host':'a.example','method':'GET','path':'/'}", 502, "REPLICA_UNREACHABLE")
        .then()
        .body("detail", containsString("127.0.0.1:" + server.port()));
  }

  @Test
  void onlyAReplicaThatLivesIsAsked() {
    String gone = Gateway.name("gone");
    String silent = Gateway.name("silent");
    reported(gone, "127.0.0.1:" + server.port(), "1 min");
    reported(silent, null, "1 s");
    String body = "{'replicaId':'%s','host':'a.example','method':'GET','path':'/'}";
    refused(body.formatted("never-" + gone), 404, "NOT_FOUND");
    refused(body.formatted(gone), 409, "NO_REPLICA");
    refused(body.formatted(silent), 409, "NO_REPLICA");
    refused(body.formatted("127.0.0.1:" + FreePorts.next()), 404, "NOT_FOUND");
    answered(body.formatted(replica));
    refused(
        "{'serviceId':'%s','environment':'test','method':'GET','path':'/'}"
            .formatted(gateway.service(null)),
        409,
        "NO_REPLICA");
    refused(
        "{'serviceId':'service-zzzzzzzz','environment':'test','method':'GET','path':'/'}",
        404,
        "NOT_FOUND");
    ReadModelTables.create(database, 9);
    refused("{'host':'a.example','method':'GET','path':'/'}", 409, "NO_REPLICA");
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsNamed() {
    refused(
            "{'method':'GET','path':'x','headers':[{'name':'Host','value':'b'}]}",
            400,
            "VALIDATION_FAILED")
        .then()
        .body("errors.pointer", contains("/path", "/headers/0/name", "/host"));
    refused("{", 400, "MALFORMED_JSON");
    given().body("{}").post("/v1/tries").then().statusCode(415);
    given().get("/v1/tries").then().statusCode(405);
    assertThat(server.acceptedConnections()).isZero();
  }

  @Test
  void soManyAtATimeAndThenOneIsToldToComeAgain() {
    var held = new CompletableFuture<Reply>();
    server.behave(_ -> new Reply.Held(held));
    var running =
        IntStream.range(0, TryResource.AT_ONCE)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> tried("{'host':'a.example','method':'GET','path':'/'}").statusCode(),
                        task -> Thread.ofVirtual().start(task)))
            .toList();
    await().until(() -> server.count() == TryResource.AT_ONCE);
    refused("{'host':'a.example','method':'GET','path':'/'}", 503, "LEDGER_BUSY");
    held.complete(Reply.status(204));
    running.forEach(one -> assertThat(one.join()).isEqualTo(200));
    server.behave(_ -> Reply.status(204));
    answered("{'host':'a.example','method':'GET','path':'/'}");
  }
}
