package io.weir.control.traffic.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.control.ApiDocument;
import io.weir.control.traffic.UnreadableException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of an access log, in the words of REST. */
class AccessLineTest {
  private static final Instant AT = Instant.parse("2026-11-30T11:20:31.204Z");

  private static ObjectNode whole() {
    ObjectNode line =
        LogLine.routed(
            LogLine.of("id-1", AT), "service-00000001", "api-00000001", "upstream-00000001");
    line.put("traceId", "0af7651916cd43dd8448eb211c80319c")
        .put("query", "limit=1")
        .put("userAgent", "curl/8")
        .put("failure", "TIMEOUT")
        .put("later", "of a later build");
    line.putArray("flags").add("FAIL_OPEN");
    LogLine.attempt(line, "10.0.0.2:8080", "broken", 0);
    ((ObjectNode) line.at("/attempts/1")).put("reason", "connection reset");
    return line;
  }

  @Test
  void everythingIsToldAndFound() {
    KeptRequest request = AccessLine.read("r-1", whole());
    assertThat(request.tree().toString())
        .isEqualTo(
            """
            {"requestId":"id-1","at":"2026-11-30T11:20:31.204Z","replicaId":"r-1","position":0,\
            "client":"203.0.113.7","version":"HTTP/1.1","tls":false,"method":"GET",\
            "host":"pets.example.com","path":"/pets","query":"limit=1","userAgent":"curl/8",\
            "status":200,"failure":"TIMEOUT","flags":["FAIL_OPEN"],"serviceId":"service-00000001",\
            "environment":"release","apiId":"api-00000001","upstreamId":"upstream-00000001",\
            "received":0,"sent":512,"micros":9120,"traceId":"0af7651916cd43dd8448eb211c80319c",\
            "attempts":[{"node":"10.0.0.1:8080","result":"answered","status":200,"reused":true,\
            "startMicros":110,"connectMicros":0,"firstByteMicros":7400,"micros":7700},\
            {"node":"10.0.0.2:8080","result":"broken","status":0,"reused":true,"startMicros":110,\
            "connectMicros":-1,"firstByteMicros":-1,"micros":7700,"reason":"connection reset"}]}\
            """);
    assertThat(request.nodes()).containsExactly("10.0.0.1:8080", "10.0.0.2:8080");
    assertThat(request.place()).isEqualTo(new Place(AT, "r-1", "id-1"));
    ApiDocument.read().describes("Request", request.tree().toString());
  }

  @Test
  void whatNoRouteTookIsToldWithoutOne() {
    ObjectNode line = LogLine.of("id-1", AT);
    line.remove("attempts");
    line.remove("host");
    line.remove("path");
    line.put("uri", "/%zz").put("status", 400);
    KeptRequest request = AccessLine.read("r-1", line);
    assertThat(request.serviceId()).isNull();
    ApiDocument.read().describes("Request", request.tree().toString());
  }

  /** Every member in turn is of each kind of JSON that it is not. */
  @Test
  void aMemberOfAnotherTypeIsRefusedWhereverItIs() throws JsonProcessingException {
    int refused = 0;
    for (String pointer : new String[] {"", "/attempts/0"}) {
      for (var member : whole().at(pointer).properties()) {
        for (String value :
            new String[] {"true", "7", "\"x\"", "[7]", "{\"a\":1}", "-7", "1e999"}) {
          JsonNode wrong = Json.MAPPER.readTree(value);
          ObjectNode line = whole();
          ((ObjectNode) line.at(pointer)).set(member.getKey(), wrong);
          try {
            AccessLine.read("r-1", line).tree();
          } catch (UnreadableException e) {
            refused++;
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(150);
  }

  @ParameterizedTest
  @CsvSource({
    "requestId, ''",
    "at, yesterday",
    "service, shop",
    "environment, prod",
    "api, api-1",
    "upstream, upstream",
  })
  void soIsATextThatIsNoneOfItsKind(String field, String value) {
    ObjectNode line = whole().put(field, value);
    assertThatThrownBy(() -> AccessLine.read("r-1", line)).isInstanceOf(UnreadableException.class);
  }

  @Test
  void aLineThatIsTooLongIsNotKept() {
    ObjectNode line = whole().put("userAgent", "x".repeat(64 * 1024));
    assertThatThrownBy(() -> AccessLine.read("r-1", line)).isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> AccessLine.read("r-1", Json.MAPPER.createArrayNode()))
        .isInstanceOf(UnreadableException.class);
  }
}
