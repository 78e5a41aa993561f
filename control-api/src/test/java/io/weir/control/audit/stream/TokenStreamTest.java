package io.weir.control.audit.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.key.WithKeys;
import io.weir.control.session.Issuer;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import javax.sql.DataSource;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** Who follows with a token of an issuer, which lasts for a while. */
@ControlApi
@QuarkusTestResource(value = Issuer.class, restrictToAnnotatedClass = true)
@TestProfile(WithKeys.class)
class TokenStreamTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final long TOKEN_SECONDS = 12;

  @TestHTTPResource URI service;
  @Inject Gateway gateway;
  @Inject DataSource database;

  private static String token(long seconds) {
    return Issuer.token(
        claims -> {
          Issuer.roles("weir-auditor").accept(claims);
          NumericDate end = NumericDate.now();
          end.addSeconds(seconds);
          claims.setExpirationTime(end);
        });
  }

  private static int status(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .get("/v1/upstreams/upstream-aaaaaaaa")
        .statusCode();
  }

  private OpenStream follow(String token, long after) throws Exception {
    return new OpenStream(
        service, after, request -> request.header("Authorization", "Bearer " + token));
  }

  @Test
  void theStreamOfATokenEndsWithTheTokenAndThatOfALongerOneGoesOn() throws Exception {
    gateway.vpc();
    long start = gateway.position();
    ReadModelTables.create(database, start);
    String longer = token(600);
    assertThat(status(longer)).isEqualTo(404);
    String token = token(TOKEN_SECONDS);
    try (var stream = follow(token, start);
        var other = follow(longer, start)) {
      EventRows.insert(database, start + 1, start + 1);
      await().atMost(WAIT).until(() -> stream.positions().contains(start + 1));
      await().atMost(WAIT).until(() -> status(token) == 401);

      EventRows.insert(database, start + 2, start + 2);

      await().atMost(WAIT).until(() -> other.positions().contains(start + 2));
      await().atMost(WAIT).until(stream::hasEnded);
      assertThat(stream.positions()).containsExactly(start + 1);
      assertThat(other.hasEnded()).isFalse();
    }
  }
}
