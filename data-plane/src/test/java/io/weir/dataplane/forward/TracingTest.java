package io.weir.dataplane.forward;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.telemetry.Telemetry;
import io.weir.dataplane.telemetry.Traffic;
import io.weir.dataplane.trace.Otlp;
import io.weir.dataplane.trace.Tracing;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String SAMPLED = "00-" + TRACE + "-" + PARENT + "-01";
  private static final String UNSAMPLED = "00-" + TRACE + "-" + PARENT + "-00";

  private final FakeUpstream node = FakeUpstream.http();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();

  @AfterEach
  void close() {
    node.close();
  }

  private Gateway gateway(double ratio) {
    return gateway(new Tracing(SimpleSpanProcessor.create(spans), ratio, "node-1"));
  }

  private Gateway gateway(Tracing tracing) {
    return Gateway.of(
        TestOptions.usual(),
        new Telemetry(new Traffic(), AccessLog.OFF, false, tracing, null),
        node);
  }

  private static Answer call(Gateway gateway, String headers) throws IOException {
    try (Client client = gateway.client()) {
      return client.call(gateway.head("GET", "/release/pets?secret=1") + headers + "\n");
    }
  }

  private List<SpanData> finished(int many) {
    await().until(() -> spans.getFinishedSpanItems().size() == many);
    return spans.getFinishedSpanItems();
  }

  @Test
  void aTracedRequestGoesOnInItsTraceWithASpanForEachAttempt() throws IOException {
    node.behave(Behaviour.inTurn(new Reply.Reset(), Reply.text(200, "ok")));
    try (Gateway gateway = gateway(0)) {
      call(gateway, "traceparent: " + SAMPLED + "\ntracestate: a=b\n");
      List<SpanData> ended = finished(3);
      SpanData server = ended.get(2);
      assertThat(server.getKind()).isEqualTo(SpanKind.SERVER);
      assertThat(server.getTraceId()).isEqualTo(TRACE);
      assertThat(server.getParentSpanId()).isEqualTo(PARENT);
      assertThat(server.getName()).isEqualTo("GET /pets");
      assertThat(server.getAttributes().get(stringKey("http.route"))).isEqualTo("/pets");
      assertThat(server.getAttributes().get(longKey("http.response.status_code"))).isEqualTo(200);
      assertThat(server.getAttributes().get(longKey("weir.position")))
          .isEqualTo(gateway.position());
      assertThat(server.getAttributes().get(stringKey("weir.api")))
          .isEqualTo(gateway.sample().api().id().value());
      assertThat(server.getAttributes().get(stringKey("weir.upstream")))
          .isEqualTo(gateway.sample().upstream().id().value());
      assertThat(server.getAttributes().toString()).doesNotContain("secret");
      SpanData first = ended.get(0);
      SpanData second = ended.get(1);
      for (SpanData attempt : List.of(first, second)) {
        assertThat(attempt.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(attempt.getParentSpanId()).isEqualTo(server.getSpanId());
        assertThat(attempt.getStartEpochNanos())
            .isBetween(server.getStartEpochNanos(), server.getEndEpochNanos());
        assertThat(attempt.getEndEpochNanos()).isLessThanOrEqualTo(server.getEndEpochNanos());
        assertThat(attempt.getAttributes().get(longKey("server.port"))).isEqualTo(node.port());
      }
      assertThat(first.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(first.getAttributes().get(stringKey("weir.result"))).isEqualTo("broken");
      assertThat(first.getAttributes().get(longKey("http.request.resend_count"))).isNull();
      assertThat(second.getAttributes().get(longKey("http.request.resend_count"))).isOne();
      List<Request> calls = node.requests();
      assertThat(calls).hasSize(2);
      for (int i = 0; i < 2; i++) {
        assertThat(calls.get(i).all("traceparent"))
            .containsExactly("00-" + TRACE + "-" + ended.get(i).getSpanId() + "-01");
        assertThat(calls.get(i).all("tracestate")).containsExactly("a=b");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {UNSAMPLED, "nonsense"})
  void anUntracedRequestIsLeftAsItIs(String parent) throws IOException {
    try (Gateway gateway = gateway(1)) {
      call(gateway, "traceparent: " + parent + "\ntracestate: a=b\n");
      assertThat(node.requests().getFirst().all("traceparent")).containsExactly(parent);
      assertThat(node.requests().getFirst().all("tracestate")).containsExactly("a=b");
      call(gateway, "");
      assertThat(finished(2)).noneMatch(span -> span.getTraceId().equals(TRACE));
      assertThat(node.requests().getLast().all("traceparent")).hasSize(1);
    }
  }

  @Test
  void withoutTracingWhatTheClientSaysPassesThrough() throws IOException {
    try (Gateway gateway = Gateway.of(node)) {
      call(gateway, "traceparent: " + SAMPLED + "\ntracestate: a=b\n");
      assertThat(node.requests().getFirst().all("traceparent")).containsExactly(SAMPLED);
      assertThat(node.requests().getFirst().all("tracestate")).containsExactly("a=b");
    }
  }

  @Test
  void aRequestThatTheGatewayFailsSaysWhy() throws IOException {
    try (Gateway gateway = gateway(1)) {
      gateway.call("BREW", "/nowhere");
      SpanData server = finished(1).getFirst();
      assertThat(server.getName()).isEqualTo("HTTP");
      assertThat(server.getAttributes().get(stringKey("http.request.method"))).isEqualTo("_OTHER");
      assertThat(server.getAttributes().get(stringKey("error.type"))).isEqualTo("NO_ROUTE");
    }
  }

  @Test
  void aShareOfTheRequestsIsTraced() throws IOException {
    try (Gateway gateway = gateway(0)) {
      for (int i = 0; i < 20; i++) {
        call(gateway, "");
      }
      assertThat(spans.getFinishedSpanItems()).isEmpty();
    }
  }

  @Test
  void spansGoToACollector() throws IOException {
    try (FakeUpstream collector = FakeUpstream.http()) {
      collector.behave(Behaviour.always(Reply.status(200)));
      Tracing tracing =
          new Tracing(
              Otlp.to("http://127.0.0.1:" + collector.port() + "/", "x-key=k"), 1, "node-1");
      try (Gateway gateway = gateway(tracing)) {
        call(gateway, "");
        await().until(() -> !node.requests().isEmpty());
      }
      tracing.close();
      Request batch = collector.requests().getFirst();
      assertThat(batch.method() + " " + batch.target()).isEqualTo("POST /v1/traces");
      assertThat(batch.header("x-key")).contains("k");
      assertThat(batch.header("content-type")).contains("application/x-protobuf");
      String sent =
          new String(
              new GZIPInputStream(new ByteArrayInputStream(batch.body())).readAllBytes(),
              StandardCharsets.ISO_8859_1);
      assertThat(sent).contains("weir-data-plane", "node-1", "GET /pets", "weir.position");
    }
  }
}
