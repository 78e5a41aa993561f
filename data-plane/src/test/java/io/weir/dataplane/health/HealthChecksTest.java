package io.weir.dataplane.health;

import static io.weir.dataplane.health.Checked.every;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HttpStatuses;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.UpstreamId;
import io.weir.dataplane.balance.NodeFinding;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.FreePorts;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class HealthChecksTest {
  private final Checked checked = new Checked();
  private final FakeUpstream server = FakeUpstream.http();

  @AfterEach
  void close() {
    checked.close();
    server.close();
  }

  @Test
  void asksForThePathAsRequestsDo() {
    UpstreamId id =
        checked.add(
            checked.settings(
                every(1, "/health?deep=yes"),
                Protocol.HTTP,
                HttpVersion.HTTP_1_1,
                "pets.example.com:81",
                null),
            server.port());
    checked.start();
    soon().until(() -> checked.state(id, 0) == State.HEALTHY);
    Request probe = server.requests().getFirst();
    assertThat(probe.method()).isEqualTo("GET");
    assertThat(probe.target()).isEqualTo("/health?deep=yes");
    assertThat(probe.header("host")).contains("pets.example.com:81");
    assertThat(probe.header("user-agent")).contains("weir-health-check");
  }

  @Test
  void aNodeThatDiesIsFoundOutAndSoIsItsReturn() {
    UpstreamId id = checked.add(checked.plain(every(1, "/")), server.port());
    checked.start();
    soon().until(() -> checked.state(id, 0) == State.HEALTHY);
    server.stop();
    soon().until(() -> checked.state(id, 0) == State.UNHEALTHY);
    server.start();
    soon().until(() -> checked.state(id, 0) == State.HEALTHY);
  }

  @Test
  void aStatusThatIsListedAsUnhealthyCounts() {
    server.behave(Behaviour.always(Reply.status(503)));
    UpstreamId id = checked.add(checked.plain(every(1, "/")), server.port());
    checked.start();
    soon().until(() -> checked.state(id, 0) == State.UNHEALTHY);
    server.behave(Behaviour.always(Reply.status(204)));
    soon().until(() -> checked.state(id, 0) == State.HEALTHY);
  }

  @Test
  void aNodeThatDoesNotAnswerInTimeFails() {
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    server.behave(Behaviour.always(new Reply.Held(answer)));
    HealthChecker onlyTimeouts =
        new HealthChecker(
            true,
            false,
            new HttpStatuses("200"),
            new HttpStatuses("500"),
            0,
            1,
            0,
            "/",
            1,
            1,
            0,
            0);
    UpstreamId id = checked.add(checked.plain(onlyTimeouts), server.port());
    checked.start();
    soon().until(() -> checked.state(id, 0) == State.UNHEALTHY);
    answer.complete(Reply.status(200));
    soon().until(() -> server.openConnections() == 0);
  }

  @Test
  void aNodeThatHangsUpFails() {
    server.behave(Behaviour.always(new Reply.Close()));
    UpstreamId id = checked.add(checked.plain(every(1, "/")), server.port());
    checked.start();
    soon().until(() -> checked.state(id, 0) == State.UNHEALTHY);
  }

  @Test
  void everyProbeIsAConnectionOfItsOwnThatIsClosed() {
    checked.add(checked.plain(every(1, "/")), server.port());
    checked.start();
    soon().until(() -> server.count() >= 3);
    soon().until(() -> server.openConnections() == 0);
    assertThat(server.acceptedConnections()).isGreaterThanOrEqualTo(server.count());
  }

  @Test
  void probesBeginAndEndWithTheConfiguration() {
    try (FakeUpstream other = FakeUpstream.http()) {
      checked.start();
      UpstreamId id = checked.add(checked.plain(null), server.port());
      checked.settings(id, checked.plain(every(1, "/")));
      soon().until(() -> server.count() >= 1);
      checked.nodes(id, server.port(), other.port());
      soon().until(() -> other.count() >= 1);
      checked.nodes(id, other.port());
      noMoreProbes(server, other);
      server.forget();
      checked.settings(id, checked.plain(null));
      soon().until(() -> checked.state(id, 0) == State.OFF);
      UpstreamId witness = checked.add(checked.plain(every(1, "/")), server.port());
      noMoreProbes(other, server);
      assertThat(checked.state(witness, 0)).isEqualTo(State.HEALTHY);
    }
  }

  /** Of a node that is no longer probed: another is, three times, without its being. */
  private static void noMoreProbes(FakeUpstream unprobed, FakeUpstream probed) {
    probed.forget();
    soon().until(() -> probed.count() >= 2);
    unprobed.forget();
    probed.forget();
    soon().until(() -> probed.count() >= 3);
    assertThat(unprobed.count()).isZero();
  }

  @Test
  void aNewPaceIsTakenUpAtOnce() {
    UpstreamId id = checked.add(checked.plain(every(3_600, "/")), server.port());
    checked.start();
    checked.settings(id, checked.plain(every(1, "/")));
    soon().until(() -> server.count() >= 2);
  }

  @Test
  void aNodeIsProbedOnceHoweverOftenTheTableChanges() {
    UpstreamId id = checked.add(checked.plain(every(2, "/")), server.port());
    checked.start();
    soon().until(() -> server.count() >= 1);
    long since = System.nanoTime();
    int before = server.count();
    for (int i = 0; i < 50; i++) {
      checked.add(checked.plain(null), FreePorts.next());
    }
    soon().until(() -> server.count() >= before + 2);
    // 1.8 s at least between probes: two more, or as many more as the time allows
    long seconds = (System.nanoTime() - since) / 1_000_000_000L;
    assertThat(server.count()).isLessThanOrEqualTo(before + 2 + (int) (seconds / 1.8));
    assertThat(checked.state(id, 0)).isEqualTo(State.HEALTHY);
  }

  @Test
  void moreNodesThanMayBeProbedAtATimeAreAllProbed() {
    int[] ports = new int[100];
    for (int i = 0; i < ports.length; i++) {
      ports[i] = server.port();
    }
    for (int port : ports) {
      checked.add(checked.plain(every(1, "/")), port);
    }
    checked.start();
    soon()
        .until(
            () ->
                checked.routes.current().upstreams().stream()
                    .allMatch(pool -> pool.picker().node(0).health().state() == State.HEALTHY));
  }

  @Test
  void speaksHttp2ToNodesThatDo() {
    Queue<io.vertx.core.http.HttpVersion> versions = new ConcurrentLinkedQueue<>();
    Queue<String> authorities = new ConcurrentLinkedQueue<>();
    Vertx vertx = Vertx.vertx();
    try {
      HttpServer h2 =
          vertx
              .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
              .requestHandler(
                  request -> {
                    versions.add(request.version());
                    authorities.add(request.authority().toString());
                    request.response().end();
                  })
              .listen()
              .await();
      UpstreamId id =
          checked.add(
              checked.settings(
                  every(1, "/"), Protocol.HTTP, HttpVersion.HTTP_2, "pets.example.com", null),
              h2.actualPort());
      checked.start();
      soon().until(() -> checked.state(id, 0) == State.HEALTHY);
      assertThat(versions).containsOnly(io.vertx.core.http.HttpVersion.HTTP_2);
      assertThat(authorities).containsOnly("pets.example.com");
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void speaksHttpsWithTheTrustOfRequests(@TempDir Path files) throws IOException {
    TestCertificate certificate = TestCertificate.selfSigned("dns:localhost,ip:127.0.0.1");
    try (FakeUpstream secure = FakeUpstream.https(certificate)) {
      UpstreamId id =
          checked.add(
              checked.settings(every(1, "/"), Protocol.HTTPS, HttpVersion.HTTP_1_1, null, null),
              secure.port());
      Path authorities = Files.writeString(files.resolve("ca.crt"), certificate.chainPem());
      checked.start(TestOptions.caFile(authorities));
      soon().until(() -> checked.state(id, 0) == State.HEALTHY);
    }
  }

  @Test
  void anAddressThatNodesMustNotHaveIsNotConnectedTo() {
    UpstreamId id = checked.add(checked.plain(every(1, "/")), server.port());
    checked.start(ForwardOptions.DEFAULT);
    soon().until(() -> checked.state(id, 0) == State.UNHEALTHY);
    assertThat(server.acceptedConnections()).isZero();
  }

  @Test
  void nodesThatGiveNoAnswerDoNotKeepOthersFromBeingAsked() {
    try (FakeUpstream mute = FakeUpstream.http()) {
      mute.behave(Behaviour.always(new Reply.Held(new CompletableFuture<>())));
      for (int i = 0; i < 3 * HealthChecks.MAX_IN_FLIGHT; i++) {
        checked.add(checked.plain(every(1, "/")), mute.port());
      }
      checked.start();
      soon()
          .until(
              () ->
                  checked.routes.current().upstreams().stream()
                      .allMatch(pool -> pool.picker().node(0).health().state() == State.UNHEALTHY));
      UpstreamId id = checked.add(checked.plain(every(1, "/")), server.port());
      soon().until(() -> checked.state(id, 0) == State.HEALTHY);
      server.forget();
      mute.forget();
      soon().until(() -> server.count() >= 5);
      // had they to wait for each other, each would be asked as often as the one that answers
      assertThat(mute.count()).isLessThan(5 * 3 * HealthChecks.MAX_IN_FLIGHT / 2);
    }
  }

  @Test
  void aCertificateThatNobodyTrustsIsAFailure() {
    TestCertificate certificate = TestCertificate.selfSigned("dns:localhost,ip:127.0.0.1");
    try (FakeUpstream secure = FakeUpstream.https(certificate)) {
      UpstreamId id =
          checked.add(
              checked.settings(every(1, "/"), Protocol.HTTPS, HttpVersion.HTTP_1_1, null, null),
              secure.port());
      checked.start();
      soon().until(() -> checked.state(id, 0) == State.UNHEALTHY);
    }
  }

  @Test
  void timePassesForUpstreamsWithPassiveChecksAlone() {
    HealthChecker passive =
        new HealthChecker(
            false,
            true,
            new HttpStatuses("200-399"),
            new HttpStatuses("500-599"),
            1,
            1,
            1,
            "/",
            1,
            1,
            1,
            0);
    UpstreamId id = checked.add(checked.plain(passive), server.port());
    checked.start();
    checked.node(id, 0).health().happened(Ended.BROKEN, null, false);
    assertThat(checked.state(id, 0)).isEqualTo(State.UNHEALTHY);
    soon().until(() -> checked.state(id, 0) == State.HEALTHY);
    assertThat(server.count()).isZero();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
  }

  @Test
  void upstreamsThatNoReleasedRouteLeadsToAreNotProbed() {
    UpstreamId id = checked.addUnused(checked.plain(every(1, "/")), server.port());
    try (FakeUpstream other = FakeUpstream.http()) {
      checked.add(checked.plain(every(1, "/")), other.port());
      checked.start();
      noMoreProbes(server, other);
      checked.use(id);
      soon().until(() -> checked.state(id, 0) == State.HEALTHY);
      checked.release();
      soon().until(() -> checked.report.nodes().isEmpty());
    }
  }

  @Test
  void upstreamsOutOfReachAreNeitherProbedNorTold() {
    UpstreamId id = checked.add(checked.elsewhere(every(1, "/")), server.port());
    try (FakeUpstream other = FakeUpstream.http()) {
      checked.add(checked.plain(every(1, "/")), other.port());
      checked.start();
      noMoreProbes(server, other);
      checked.connect();
      soon().until(() -> checked.state(id, 0) == State.HEALTHY);
      server.behave(Behaviour.always(Reply.status(503)));
      soon().until(() -> checked.state(id, 0) == State.UNHEALTHY);
      assertThat(checked.report.nodes().get(id.value()).values())
          .singleElement()
          .extracting(NodeFinding::cause)
          .isEqualTo("check: status 503");
      long before = checked.report.changes();
      checked.disconnect();
      assertThat(checked.report.changes()).isNotEqualTo(before);
      assertThat(checked.report.nodes()).doesNotContainKey(id.value());
      noMoreProbes(server, other);
    }
  }
}
