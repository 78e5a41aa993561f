package io.weir.dataplane.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.weir.dataplane.support.NameServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class NodeNamesTest {
  private final MultiThreadIoEventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final EventLoop caller = threads.next();
  private NameServer server;
  @TempDir private Path directory;

  @BeforeEach
  void start() throws IOException {
    server = new NameServer();
  }

  @AfterEach
  void stop() throws IOException {
    threads.shutdownGracefully(0, 5, TimeUnit.SECONDS);
    server.close();
  }

  private NodeNames names() throws IOException {
    return names(server.resolution(directory));
  }

  private NodeNames names(Resolution resolution) {
    return new NodeNames(threads.next(), resolution, 20_000);
  }

  private Addresses resolve(NodeNames names, String name) {
    CompletableFuture<Addresses> answer = new CompletableFuture<>();
    names.resolve(name, caller, answer::complete);
    return answer.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static Addresses of(String... addresses) {
    return Addresses.of(Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
  }

  @Test
  void aNameIsAllItsAddressesOfBothFamilies() throws IOException {
    server.has("api.test", 60, "127.0.0.3", "::1", "127.0.0.2");
    assertThat(resolve(names(), "api.test")).isEqualTo(of("127.0.0.2", "127.0.0.3", "::1"));
  }

  @Test
  void itIsAskedForAgainWhenItsTtlHasPassedAndNotBefore() throws IOException {
    server.has("api.test", 1, "127.0.0.2").has("steady.test", 3_600, "127.0.0.4");
    NodeNames names = names();
    resolve(names, "api.test");
    resolve(names, "steady.test");
    server.has("api.test", 1, "127.0.0.3").has("steady.test", 3_600, "127.0.0.5");
    soon().until(() -> of("127.0.0.3").equals(names.known("api.test")));
    assertThat(resolve(names, "steady.test")).isEqualTo(of("127.0.0.4"));
    assertThat(server.asked("steady.test")).isEqualTo(2);
  }

  @Test
  void anAliasThatLivesShorterThanItsAddressIsAskedForAgain() throws IOException {
    server.has("one.test", 3_600, "127.0.0.2").has("two.test", 3_600, "127.0.0.3");
    server.alias("api.test", 1, "one.test");
    NodeNames names = names();
    assertThat(resolve(names, "api.test")).isEqualTo(of("127.0.0.2"));
    server.alias("api.test", 1, "two.test");
    soon().until(() -> of("127.0.0.3").equals(names.known("api.test")));
  }

  @Test
  void anAnswerThatIsTooLargeForADatagramComesByTcp() throws IOException {
    String[] many = IntStream.range(1, 200).mapToObj(i -> "127.0.1." + i).toArray(String[]::new);
    server.has("api.test", 60, many);
    assertThat(resolve(names(), "api.test").all()).hasSize(many.length);
    assertThat(server.askedByTcp()).isOne();
  }

  @Test
  void whatWasKnownGoesOnWhileNobodyCanTell() throws IOException {
    server.has("api.test", 1, "127.0.0.2");
    NodeNames names = names();
    resolve(names, "api.test");
    server.failing("api.test");
    int before = server.asked("api.test");
    soon()
        .until(
            () -> {
              assertThat(names.known("api.test")).isEqualTo(of("127.0.0.2"));
              return server.asked("api.test") > before + 4;
            });
    server.has("api.test", 1, "127.0.0.3");
    soon().until(() -> of("127.0.0.3").equals(names.known("api.test")));
  }

  @Test
  void aNameThatIsNoMoreHasNoAddresses() throws IOException {
    server.has("api.test", 1, "127.0.0.2");
    NodeNames names = names();
    resolve(names, "api.test");
    server.forget("api.test");
    soon().until(() -> names.known("api.test").all().isEmpty());
    assertThat(resolve(names, "api.test").problem()).contains("api.test", "no such name");
  }

  @Test
  void aNameThatComesToBeIsFoundThoughItWasLookedForBefore() throws IOException {
    NodeNames names = names();
    assertThat(resolve(names, "new.test").problem()).contains("no such name");
    server.has("new.test", 60, "127.0.0.2");
    soon().until(() -> of("127.0.0.2").equals(names.known("new.test")));
  }

  @Test
  void addressesOfOneFamilyDoNotWaitLongForTheOther() throws IOException {
    server.hasAndIsSilentAboutIpv6("api.test", 60, "127.0.0.2");
    long began = System.nanoTime();
    assertThat(resolve(names(), "api.test")).isEqualTo(of("127.0.0.2"));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void theNextServerIsAskedIfOneCannotTell() throws IOException {
    server.failing("api.test");
    try (NameServer second = new NameServer("127.0.0.2", server.port())) {
      second.has("api.test", 60, "127.0.0.5");
      NodeNames names =
          names(server.resolution(directory, "nameserver 127.0.0.1\nnameserver 127.0.0.2\n"));
      assertThat(resolve(names, "api.test")).isEqualTo(of("127.0.0.5"));
    }
  }

  @Test
  void aNameWithFewDotsIsLookedForInTheSearchDomains() throws IOException {
    server.has("pets.shop.svc.test", 60, "127.0.0.2").has("pets.test", 60, "127.0.0.3");
    String search = "nameserver 127.0.0.1\nsearch shop.svc.test test\noptions ndots:5\n";
    NodeNames names = names(server.resolution(directory, search));
    assertThat(resolve(names, "pets")).isEqualTo(of("127.0.0.2"));
    assertThat(resolve(names, "pets.shop.svc.test")).isEqualTo(of("127.0.0.2"));
    assertThat(resolve(names, "pets.test")).isEqualTo(of("127.0.0.3"));
  }

  @Test
  void aNameThatIsAddedToTheHostsFileIsFoundThereWithoutAServer() throws IOException {
    Resolution resolution = server.resolution(directory);
    server.has("api.test", 3_600, "127.0.0.2");
    NodeNames names = names(resolution);
    assertThat(resolve(names, "api.test")).isEqualTo(of("127.0.0.2"));
    Files.writeString(resolution.hosts(), "127.0.0.7 API.test other.test\n::1 api.test\n");
    soon().until(() -> of("127.0.0.7", "::1").equals(names.known("api.test")));
    assertThat(resolve(names, "other.test")).isEqualTo(of("127.0.0.7"));
    assertThat(server.asked("other.test")).isZero();
    Files.writeString(resolution.hosts(), "# nothing any more\n");
    soon().until(() -> of("127.0.0.2").equals(names.known("api.test")));
  }

  @Test
  void anotherServerInResolvConfIsAskedFromThenOn() throws IOException {
    server.has("api.test", 3_600, "127.0.0.2");
    Resolution resolution = server.resolution(directory);
    try (NameServer second = new NameServer("127.0.0.2", server.port())) {
      second.has("api.test", 3_600, "127.0.0.3");
      NodeNames names = names(resolution);
      assertThat(resolve(names, "api.test")).isEqualTo(of("127.0.0.2"));
      Files.writeString(resolution.resolvConf(), "nameserver 127.0.0.2\n");
      soon().until(() -> of("127.0.0.3").equals(names.known("api.test")));
    }
  }

  @Test
  void manyWhoAskAtOnceAreOneQuestion() throws IOException {
    server.has("api.test", 3_600, "127.0.0.2");
    NodeNames names = names();
    CompletableFuture<?>[] all = new CompletableFuture<?>[100];
    for (int i = 0; i < all.length; i++) {
      CompletableFuture<Addresses> one = new CompletableFuture<>();
      names.resolve("api.test", caller, one::complete);
      all[i] = one;
    }
    CompletableFuture.allOf(all).orTimeout(60, TimeUnit.SECONDS).join();
    assertThat(server.asked("api.test")).isEqualTo(2);
  }

  @Test
  void localhostNeedsNeitherFileNorServer() throws IOException {
    assertThat(resolve(names(), "localhost").all())
        .containsExactlyInAnyOrder(
            InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
    assertThat(server.asked("localhost")).isZero();
  }
}
