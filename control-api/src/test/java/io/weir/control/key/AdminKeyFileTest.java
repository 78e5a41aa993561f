package io.weir.control.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.TestProfile;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.Role;
import io.weir.control.ControlApi;
import io.weir.guard.access.Keys;
import io.weir.ledger.Ledger;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.key.RevokeKey;
import io.weir.ledger.relay.LedgerRelay;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with the first key, where it is not the first any more. */
@ControlApi
@TestProfile(AdminKeyFileTest.Alone.class)
class AdminKeyFileTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final String UPSTREAM = "/v1/upstreams/upstream-aaaaaaaa";

  /** With a database of its own, since all keys of administrators are revoked here. */
  public static class Alone extends WithKeys {
    @Override
    public Map<String, String> getConfigOverrides() {
      return super.getConfigOverrides();
    }
  }

  @ConfigProperty(name = "weir.admin.key.file")
  Path configured;

  @Inject Given given;
  @Inject Ledger ledger;
  @Inject Keys keys;
  @Inject DataSource database;
  @Inject LedgerRelay relay;
  @TempDir private Path directory;

  private static int status(KeySecret secret, String path) {
    return Given.with(secret).get(path).statusCode();
  }

  private void revoke(KeyId id) {
    ledger
        .append(
            new RevokeKey(id, new Precondition(null, Set.of())),
            Ourselves.because("a test"),
            image -> Ourselves.ANSWER)
        .await()
        .atMost(WAIT);
  }

  private void revokeAdministrators() {
    ledger
        .image()
        .await()
        .atMost(WAIT)
        .keys()
        .forEach(
            (id, key) -> {
              if (key.settings().role() == Role.ADMIN) {
                revoke(id);
              }
            });
  }

  private AdminKeyFile started(Path file) {
    AdminKeyFile started = new AdminKeyFile(ledger, keys, Optional.of(file));
    started.start(new StartupEvent());
    return started;
  }

  private boolean opens(Path file) {
    try {
      return Files.exists(file)
          && status(new KeySecret(Files.readString(file).strip()), UPSTREAM) == 404;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRevokedKeyIsNotMadeAgainWhichIsSaidAndWithoutItsFileThereIsANewOne() throws IOException {
    KeySecret secret = given.key(Role.ADMIN);
    revokeAdministrators();
    Path file = directory.resolve("admin.key");
    Files.writeString(file, secret.text());

    AdminKeyFile spent = started(file);
    await().atMost(WAIT).until(() -> spent.call().getData().isPresent());
    assertThat(spent.call().getStatus()).isEqualTo(Status.UP);
    assertThat(spent.call().getData().orElseThrow().get("reason").toString())
        .contains(secret.keyId().value(), file.toString(), "revoked")
        .doesNotContain(secret.text());
    assertThat(Files.readString(file)).isEqualTo(secret.text());

    Files.delete(file);
    AdminKeyFile next = started(file);
    await().atMost(WAIT).until(() -> opens(file));
    assertThat(next.call().getData()).isEmpty();
  }

  @Test
  void ofTwoThatStartWithOneFileBothHaveItsKey() {
    given.key(Role.VIEWER);
    revokeAdministrators();
    Path file = directory.resolve("admin.key");
    AdminKeyFile one = started(file);
    AdminKeyFile other = started(file);
    await().atMost(WAIT).until(() -> one.call().getStatus() == Status.UP);
    // who is ready lets in whoever has it
    assertThat(opens(file)).isTrue();
    await().atMost(WAIT).until(() -> other.call().getStatus() == Status.UP);
    assertThat(one.call().getData()).isEmpty();
    assertThat(other.call().getData()).isEmpty();
  }

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long position() {
    return ledger.image().await().atMost(WAIT).position();
  }

  @Test
  void theKeyInTheFileRecoversADatabaseThatHasLostItsSecretAndOpensAsBeforeThen() throws Exception {
    given.key(Role.VIEWER);
    long before = position();
    KeySecret secret = given.key(Role.ADMIN);
    KeySecret lost = given.key(Role.ADMIN);
    long head = position();
    await().atMost(WAIT).until(() -> relay.status().published() >= head);
    Files.writeString(configured, secret.text());
    sql(
        """
        begin; alter table ledger.event disable trigger event_only_grows;
        delete from ledger.event where position > %1$d;
        delete from ledger.command where position > %1$d;
        delete from ledger.api_key_secret where key_id in ('%2$s', '%3$s');
        alter table ledger.event enable trigger event_only_grows;
        update ledger.ledger_head h set position = e.position, hash = e.hash, recorded_at = e.recorded_at
        from ledger.event e where e.position = %1$d; commit\
        """
            .formatted(before, secret.keyId(), lost.keyId()));

    await().atMost(WAIT).until(() -> status(secret, "/v1/session") == 200);
    assertThat(ledger.rewound()).isNotNull();
    assertThat(status(secret, UPSTREAM)).isEqualTo(401);
    assertThat(status(secret, "/v1/keys")).isEqualTo(401);
    assertThat(Given.with(lost).post("/v1/ledger/recovery").statusCode()).isEqualTo(401);
    Given.with(secret).post("/v1/ledger/recovery").then().statusCode(200);

    await().atMost(WAIT).until(() -> status(secret, UPSTREAM) == 404);
    assertThat(status(lost, UPSTREAM)).isEqualTo(401);
    Files.delete(configured);
    // it needs the file no more
    await().during(Duration.ofSeconds(1)).atMost(WAIT).until(() -> status(secret, UPSTREAM) == 404);
  }
}
