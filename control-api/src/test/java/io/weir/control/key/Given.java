package io.weir.control.key;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.Expiry;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.control.Gateway;
import io.weir.ledger.Ledger;
import io.weir.ledger.Outcome;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.key.CreateKey;
import io.weir.ledger.key.RevokeKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys as another process would have made them. */
@Singleton
public class Given {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Ledger ledger;

  Given(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A key that is in the ledger. */
  public KeySecret key(Role role, String... scope) {
    return key(role, null, scope);
  }

  /** Likewise with an end. */
  public KeySecret key(Role role, @Nullable Expiry expiry, String... scope) {
    // the first one is made while the service starts, and only if there is no other
    await().atMost(PATIENCE).until(() -> !ledger.image().await().atMost(PATIENCE).keys().isEmpty());
    KeyId id = KeyId.random();
    KeySecret secret = KeySecret.random(id);
    var settings =
        new KeySettings(new Name(Gateway.name("key")), role, new Scope(List.of(scope)), expiry);
    Outcome made =
        ledger
            .append(
                new CreateKey(id, settings, Hash.of(secret.text())),
                Ourselves.because("a test"),
                image -> Ourselves.ANSWER)
            .await()
            .atMost(PATIENCE);
    if (!(made instanceof Outcome.Committed)) {
      throw new AssertionError(made);
    }
    return secret;
  }

  /** Revokes a key in the ledger alone, as another process would: this one is not told. */
  public void revoke(KeyId id) {
    Outcome revoked =
        ledger
            .append(
                new RevokeKey(id, Precondition.NONE),
                Ourselves.because("a test"),
                image -> Ourselves.ANSWER)
            .await()
            .atMost(PATIENCE);
    if (!(revoked instanceof Outcome.Committed)) {
      throw new AssertionError(revoked);
    }
  }

  /** A request that shows a key. */
  public static RequestSpecification with(KeySecret secret) {
    return RestAssured.given().header("Authorization", "Bearer " + secret.text());
  }

  /** Likewise with a body of JSON. */
  public static RequestSpecification with(KeySecret secret, String body) {
    return with(secret).contentType("application/json").body(body);
  }
}
