package io.weir.dataplane.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFactory;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.TestOptions;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class NodePoolTest {
  private static final int FOR_EVER = Integer.MAX_VALUE;

  private final Vertx vertx = Vertx.vertx();
  private final Serving node = new Serving(vertx, "127.0.0.1", 0);

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private Pool pool(HttpVersion version, int idleMillis, int maxAgeMillis) {
    ForwardOptions options = TestOptions.connectionLife(idleMillis, maxAgeMillis);
    return new Pool(options, Resolution.OF_HOST, version, "127.0.0.1", node.port());
  }

  private Pool limited(HttpVersion version, int port, int maxConnections) {
    return limited(version, port, maxConnections, NioSocketChannel::new);
  }

  private static Pool limited(
      HttpVersion version,
      int port,
      int maxConnections,
      ChannelFactory<? extends Channel> channels) {
    return new Pool(
        TestOptions.connectTimeout(20_000),
        Resolution.OF_HOST,
        version,
        "127.0.0.1",
        port,
        maxConnections,
        channels);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void aConnectionServesOneRequestAfterTheOther(HttpVersion version) {
    try (Pool pool = pool(version, FOR_EVER, FOR_EVER)) {
      pool.get("/").outcome();
      Heard second = pool.get("/");
      assertThat(second.outcome()).isEqualTo("127.0.0.1");
      assertThat(second.reused()).isTrue();
      assertThat(node.accepted()).isOne();
      assertThat(pool.getFresh("/").outcome()).isEqualTo("127.0.0.1");
      assertThat(node.accepted()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void aConnectionThatIsIdleForTooLongIsClosed(HttpVersion version) {
    try (Pool pool = pool(version, 200, FOR_EVER)) {
      pool.get("/").outcome();
      soon().until(() -> node.open() == 0 && pool.open() == 0);
      assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void aConnectionIsClosedBeforeTheNodeWouldCloseIt() {
    try (Pool pool = pool(HttpVersion.HTTP_1_1, FOR_EVER, FOR_EVER)) {
      pool.get("/short").outcome();
      soon().until(() -> node.open() == 0 && pool.open() == 0);
      assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.1");
      assertThat(node.accepted()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void aConnectionThatIsTooOldFinishesWhatItHasAndGetsNothingNew(HttpVersion version) {
    try (Pool pool = pool(version, FOR_EVER, 500)) {
      Heard underWay = pool.get("/held");
      soon().until(() -> node.held() == 1);
      soon()
          .until(
              () -> {
                pool.get("/").outcome();
                return node.accepted() >= 4;
              });
      assertThat(underWay.isOver()).isFalse();
      node.release();
      assertThat(underWay.outcome()).isEqualTo("held");
      soon().until(() -> node.open() == 0 && pool.open() == 0);
    }
  }

  @Test
  void anOldConnectionDoesNotKeepOutTheOneThatFollowsIt() {
    ForwardOptions options = TestOptions.connectionLife(FOR_EVER, 500);
    try (Pool pool =
        new Pool(
            options,
            Resolution.OF_HOST,
            HttpVersion.HTTP_2,
            "127.0.0.1",
            node.port(),
            1,
            NioSocketChannel::new)) {
      Heard underWay = pool.get("/held");
      soon().until(() -> node.held() == 1);
      soon()
          .until(
              () -> {
                assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.1");
                return node.accepted() >= 2;
              });
      assertThat(underWay.isOver()).isFalse();
      node.release();
      assertThat(underWay.outcome()).isEqualTo("held");
    }
  }

  @Test
  void surplusConnectionsAreClosedThoughOthersAreBusy() {
    Serving few =
        new Serving(
            vertx,
            "127.0.0.1",
            0,
            new HttpServerOptions()
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(1)));
    ForwardOptions options = TestOptions.connectionLife(1_000, FOR_EVER);
    try (Pool pool =
        new Pool(options, Resolution.OF_HOST, HttpVersion.HTTP_2, "127.0.0.1", few.port())) {
      pool.get("/").outcome();
      List<Heard> peak = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        peak.add(pool.getFresh("/held"));
        int now = i + 1;
        soon().until(() -> few.held() == now);
      }
      assertThat(few.open()).isEqualTo(6);
      few.release();
      peak.forEach(Heard::outcome);
      soon()
          .until(
              () -> {
                assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.1");
                return few.open() == 1;
              });
    }
  }

  @Test
  void aNodeThatAllowsNoStreamsIsNotConnectedToForEveryRequest() {
    Serving closed =
        new Serving(
            vertx,
            "127.0.0.1",
            0,
            new HttpServerOptions()
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(0)));
    try (Pool pool = limited(HttpVersion.HTTP_2, closed.port(), 1_000)) {
      pool.get("/").outcome();
      for (int i = 0; i < 40; i++) {
        assertThat(pool.get("/").outcome()).startsWith("OVERLOADED");
        assertThat(pool.getFresh("/").outcome()).startsWith("OVERLOADED");
      }
      assertThat(closed.accepted()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void noMoreConnectionsAreMadeThanTheUpstreamAllows() {
    try (Pool pool = limited(HttpVersion.HTTP_1_1, node.port(), 2)) {
      List<Heard> held = List.of(pool.get("/held"), pool.get("/held"));
      soon().until(() -> node.held() == 2);
      assertThat(pool.get("/").outcome()).startsWith("OVERLOADED");
      node.release();
      held.forEach(Heard::outcome);
      assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.1");
      assertThat(node.accepted()).isEqualTo(2);
      // one that has not served before takes the room of one that is idle
      assertThat(pool.getFresh("/").outcome()).isEqualTo("127.0.0.1");
      assertThat(node.accepted()).isEqualTo(3);
      soon().until(() -> node.open() == 2 && pool.open() == 2);
    }
  }

  @Test
  void anIdleConnectionIsGivenUpForAnotherEventLoop() {
    try (Pool pool = limited(HttpVersion.HTTP_1_1, node.port(), 2)) {
      List<Heard> first = List.of(pool.get("/held"), pool.get("/held"));
      soon().until(() -> node.held() == 2);
      node.release();
      first.forEach(Heard::outcome);
      Heard second = pool.getFromSecond("/held");
      soon().until(() -> node.held() == 1);
      // this loop has one, so that it does not get another at once, but before long
      soon().until(() -> pool.getFromSecond("/").outcome().equals("127.0.0.1"));
      node.release();
      assertThat(second.outcome()).isEqualTo("held");
    }
  }

  @Test
  void requestsBeyondTheStreamsOfAllConnectionsAreTooMany() {
    Serving few =
        new Serving(
            vertx,
            "127.0.0.1",
            0,
            new HttpServerOptions()
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(1)));
    try (Pool pool = limited(HttpVersion.HTTP_2, few.port(), 1)) {
      pool.get("/").outcome();
      Heard held = pool.get("/held");
      soon().until(() -> few.held() == 1);
      assertThat(pool.get("/").outcome()).startsWith("OVERLOADED");
      few.release();
      assertThat(held.outcome()).isEqualTo("held");
      soon().until(() -> pool.get("/").outcome().equals("127.0.0.1"));
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void whatThisProcessLacksIsNoFaultOfTheNode(HttpVersion version) {
    AtomicBoolean lacking = new AtomicBoolean(true);
    ChannelFactory<Channel> channels =
        () -> {
          if (lacking.get()) {
            throw new ChannelException(
                "Failed to open a socket.", new SocketException("Too many open files"));
          }
          return new NioSocketChannel();
        };
    try (Pool pool = limited(version, node.port(), 10, channels)) {
      for (int i = 0; i < 5; i++) {
        assertThat(pool.get("/").outcome()).startsWith("NO_RESOURCES");
      }
      assertThat(pool.network.lackedResources()).isEqualTo(5);
      assertThat(pool.open()).isZero();
      lacking.set(false);
      assertThat(pool.get("/").outcome()).isEqualTo("127.0.0.1");
    }
  }

  @ParameterizedTest
  @EnumSource(HttpVersion.class)
  void aNodeThatIsNotThereFailsEveryRequestAndKeepsNoRoom(HttpVersion version) {
    int port = node.port();
    node.close();
    try (Pool pool = limited(version, port, 1)) {
      for (int i = 0; i < 3; i++) {
        assertThat(pool.get("/").outcome()).startsWith("NOT_CONNECTED");
      }
      assertThat(pool.open()).isZero();
    }
  }
}
