package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.testing.service.BrowserAttacks;
import io.weir.testing.service.OpenFiles;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of the admin port; the tables are those of the management services' guard. */
class AdminGuardTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private int listen() {
    var routes = new Routes(new RouteCompiler(null, 0, 1));
    return new AdminServer(vertx, routes, null, null, Future::succeededFuture)
        .listen("127.0.0.1", 0, List.of(), AdminAccess.LOOPBACK)
        .await();
  }

  @Test
  void pagesOfOthersGetNowhere() throws Exception {
    assertThat(BrowserAttacks.thatSucceed(listen(), "/health/live", "")).isEmpty();
    assertThat(BrowserAttacks.thatSucceed(listen(), "/", "")).isEmpty();
  }

  @Test
  void noRequestLeavesAFileOpen() throws Exception {
    URI port = URI.create("http://127.0.0.1:" + listen());
    int left = OpenFiles.leftBy(2_000, port.resolve("/health/live"), port.resolve("/nothing"));
    assertThat(left).isLessThan(50);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/io/weir/testing/guard/hosts.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void onlyItsOwnNamesAndAddressesAreAnsweredTo(String host, boolean ours) {
    assertThat(new AdminGuard("127.0.0.1", List.of("weir.example")).isOurs(host)).isEqualTo(ours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-plane-0", "data-plane-0:9000", "Gateway", "a"})
  void aNameOfOneLabelIsAnsweredTo(String host) {
    assertThat(new AdminGuard("127.0.0.1", List.of()).isOurs(host)).isTrue();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/io/weir/testing/guard/origins.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void pagesOfOtherOriginsAreForeign(String host, String origin, boolean same) {
    assertThat(AdminGuard.isSame(origin, host)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example", "a.example:80", "a b", "*.example", ""})
  void whatIsNoHostNameIsRefusedAtTheStart(String name) {
    assertThatThrownBy(() -> new AdminGuard("127.0.0.1", List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WEIR_HTTP_NAMES");
  }
}
