package io.weir.control.audit.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.Role;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.key.Given;
import io.weir.control.key.WithKeys;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows and may not any more; the rows of events are made by hand. */
@ControlApi
@TestProfile(WithKeys.class)
class EventStreamTest {
  private static final Duration WAIT = Duration.ofSeconds(20);

  /** A heartbeat, and a little. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(18);

  @TestHTTPResource URI service;
  @Inject Gateway gateway;
  @Inject Given keys;
  @Inject DataSource database;

  private KeySecret secret;
  private long start;

  @BeforeEach
  void theReadModelKnowsTheLedger() {
    secret = keys.key(Role.VIEWER);
    gateway.vpc();
    start = gateway.position();
    ReadModelTables.create(database, start);
  }

  private void happens(long first, long last) throws SQLException {
    EventRows.insert(database, first, last);
  }

  private OpenStream follow() throws Exception {
    return new OpenStream(service, start, OpenStream.with(secret));
  }

  @Test
  void theNextEventEndsTheStreamOfARevokedKeyAndIsNotSent() throws Exception {
    try (var stream = follow()) {
      happens(start + 1, start + 1);
      await().atMost(WAIT).until(() -> stream.positions().contains(start + 1));

      keys.revoke(secret.keyId());
      happens(start + 2, start + 80);

      await().atMost(Duration.ofSeconds(5)).until(stream::hasEnded);
      assertThat(stream.positions()).containsExactly(start + 1);
    }
  }

  @Test
  void whereNothingHappensAHeartbeatEndsIt() throws Exception {
    try (var stream = follow();
        var other = new OpenStream(service, start, OpenStream.with(keys.key(Role.VIEWER)))) {
      assertThat(stream.status()).isEqualTo(200);

      keys.revoke(secret.keyId());

      await().atMost(HEARTBEAT).until(stream::hasEnded);
      assertThat(other.hasEnded()).isFalse();
      happens(start + 1, start + 1);
      await().atMost(WAIT).until(() -> other.positions().contains(start + 1));
      assertThat(stream.positions()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from ledger.session",
        "update ledger.session set expires_at = now() - interval '1 second'",
        "log out",
        "revoke the key"
      })
  void theStreamOfASessionEndsWithTheSession(String end) throws Exception {
    String session = Given.with(secret).post("/v1/session").cookie("weir_session");
    try (var stream =
        new OpenStream(
            service, start, request -> request.header("Cookie", "weir_session=" + session))) {
      happens(start + 1, start + 1);
      await().atMost(WAIT).until(() -> stream.positions().contains(start + 1));

      switch (end) {
        case "log out" ->
            given().cookie("weir_session", session).delete("/v1/session").then().statusCode(204);
        case "revoke the key" -> keys.revoke(secret.keyId());
        default -> EventRows.execute(database, end);
      }
      happens(start + 2, start + 2);

      await().atMost(Duration.ofSeconds(5)).until(stream::hasEnded);
      assertThat(stream.positions()).containsExactly(start + 1);
    }
  }

  @Test
  void oneKeyHasSoManyStreamsUntilOneOfThemIsLeft() throws Exception {
    List<OpenStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < Places.EACH; i++) {
        open.add(follow());
      }
      assertThat(open).allMatch(stream -> stream.status() == 200);
      try (var refused = follow()) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
      }
      happens(start + 1, start + 1);
      await()
          .atMost(WAIT)
          .until(() -> open.stream().allMatch(one -> one.positions().contains(start + 1)));

      open.removeLast().close();

      await()
          .atMost(WAIT)
          .untilAsserted(
              () -> {
                try (var again = follow()) {
                  assertThat(again.status()).isEqualTo(200);
                }
              });
    } finally {
      open.forEach(OpenStream::close);
    }
  }
}
