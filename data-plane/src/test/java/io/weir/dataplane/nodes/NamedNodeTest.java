package io.weir.dataplane.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.NodeHealth.Failure;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.NameServer;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.UnresponsivePort;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class NamedNodeTest {
  /** Long enough for a busy machine: no connection is to fail for want of time. */
  private static final ForwardOptions OPTIONS = TestOptions.connectTimeout(20_000);

  private final Vertx vertx = Vertx.vertx();
  private NameServer names;
  private Resolution resolution;
  @TempDir private Path directory;

  @BeforeEach
  void start() throws IOException {
    names = new NameServer();
    resolution = names.resolution(directory);
  }

  @AfterEach
  void stop() throws IOException {
    vertx.close().await();
    names.close();
  }

  private Pool pool(HttpVersion version, int port) {
    return new Pool(OPTIONS, resolution, version, "api.test", port);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
  }

  @Test
  void connectionsGoToAllAddressesInTurn() {
    Serving two = new Serving(vertx, "127.0.0.2", 0);
    new Serving(vertx, "127.0.0.3", two.port());
    new Serving(vertx, "::1", two.port());
    names.has("api.test", 60, "127.0.0.2", "127.0.0.3", "::1");
    try (Pool pool = pool(HttpVersion.HTTP_1_1, two.port())) {
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(pool.get("/close").outcome());
      }
      assertThat(answers).containsOnly("127.0.0.2", "127.0.0.3", "::1");
      for (String address : List.of("127.0.0.2", "127.0.0.3", "::1")) {
        assertThat(Collections.frequency(answers, address)).isEqualTo(4);
      }
    }
  }

  @Test
  void eventLoopsThatShareConnectionsBeginWithDifferentAddresses() {
    Serving two = new Serving(vertx, "127.0.0.2", 0);
    new Serving(vertx, "127.0.0.3", two.port());
    names.has("api.test", 60, "127.0.0.2", "127.0.0.3");
    try (Pool pool = pool(HttpVersion.HTTP_2, two.port())) {
      assertThat(List.of(pool.get("/").outcome(), pool.getFromSecond("/").outcome()))
          .containsExactlyInAnyOrder("127.0.0.2", "127.0.0.3");
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void theNextAddressIsTriedIfOneRefuses(HttpVersion version) {
    Serving alive = new Serving(vertx, "::1", 0);
    names.has("api.test", 60, "127.0.0.2", "127.0.0.3", "::1");
    try (Pool pool = pool(version, alive.port())) {
      for (int i = 0; i < 5; i++) {
        assertThat(pool.getFresh("/").outcome()).isEqualTo("::1");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void theNextAddressIsTriedBesideOneThatDoesNotAnswer(HttpVersion version) throws IOException {
    try (UnresponsivePort silent = new UnresponsivePort(InetAddress.getByName("127.0.0.2"))) {
      new Serving(vertx, "127.0.0.3", silent.port());
      names.has("api.test", 60, "127.0.0.2", "127.0.0.3");
      try (Pool pool = pool(version, silent.port())) {
        for (int i = 0; i < 4; i++) {
          assertThat(pool.getFresh("/").outcome()).isEqualTo("127.0.0.3");
        }
      }
    }
  }

  @Test
  void itIsNoFailureOfTheNodeThatOneOfItsAddressesIsDead() throws IOException {
    Serving alive = new Serving(vertx, "127.0.0.3", 0);
    names.has("api.test", 60, "127.0.0.2", "127.0.0.3");
    try (Gateway gateway =
        Gateway.of(OPTIONS, resolution, EventMother.node("api.test", alive.port(), 1))) {
      for (int i = 0; i < 6; i++) {
        Answer answer = gateway.get("/release/pets");
        assertThat(answer.status()).isEqualTo(200);
      }
      assertThat(gateway.firstNode().health().failures(Failure.TCP)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void requestsFollowANameThatMovesThoughTheyNeverPause(HttpVersion version) {
    Serving old = new Serving(vertx, "127.0.0.2", 0);
    new Serving(vertx, "127.0.0.3", old.port());
    names.has("api.test", 1, "127.0.0.2");
    try (Pool pool = pool(version, old.port())) {
      assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.2");
      Heard underWay = pool.get("/held");
      soon().until(() -> old.held() == 1);
      names.has("api.test", 1, "127.0.0.3");
      soon().until(() -> pool.get("/").outcome().equals("127.0.0.3"));
      for (int i = 0; i < 10; i++) {
        assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.3");
      }
      old.release();
      assertThat(underWay.outcome()).isEqualTo("held");
      soon().until(() -> old.open() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void connectionsStayWhileTheNameStays(HttpVersion version) {
    Serving node = new Serving(vertx, "127.0.0.2", 0);
    names.has("api.test", 1, "127.0.0.2");
    try (Pool pool = pool(version, node.port())) {
      pool.get("/").outcome();
      int before = names.asked("api.test");
      soon().until(() -> names.asked("api.test") >= before + 4);
      names.failing("api.test");
      int failing = names.asked("api.test");
      soon().until(() -> names.asked("api.test") >= failing + 4);
      assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.2");
      assertThat(node.accepted()).isOne();
    }
  }

  @Test
  void oneTimeBoundsEverythingUpToTheConnection() throws IOException {
    names.silent("slow.test");
    try (FakeUpstream good = FakeUpstream.http();
        Gateway gateway =
            Gateway.of(
                TestOptions.connectTimeout(300),
                resolution,
                EventMother.node("slow.test", good.port(), 1),
                EventMother.node(good.port(), 1))) {
      long began = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        assertThat(gateway.call("POST", "/release/pets", "x").status()).isEqualTo(200);
      }
      // Netty alone would wait 5 s for each answer
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void aNameThatIsNotThereIsAFailureThatSaysSo() {
    try (Pool pool = pool(HttpVersion.HTTP_1_1, 1)) {
      assertThat(pool.get("/").outcome())
          .isEqualTo("NOT_CONNECTED: cannot resolve api.test: there is no such name");
    }
  }

  @Test
  void addressesThatNodesMustNotHaveAreLeftOut() {
    names.has("api.test", 60, "127.0.0.2", "::1");
    try (Pool pool =
        new Pool(ForwardOptions.DEFAULT, resolution, HttpVersion.HTTP_1_1, "api.test", 1)) {
      assertThat(pool.get("/").outcome())
          .isEqualTo("NOT_CONNECTED: 127.0.0.2 is an address that nodes must not have");
    }
  }
}
