package io.weir.guard.oidc;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.guard.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who a token says that somebody is, and which role its claims give him here. */
@ApplicationScoped
public class TokenCallers {
  private static final int LONGEST_ACTOR = 100;

  private final String actorClaim;
  private final List<String> rolePath;
  private final RoleNames names;

  /**
   * As the settings say.
   *
   * @throws IllegalArgumentException if one is wrong, which ends the start
   */
  TokenCallers(
      @ConfigProperty(name = "weir.oidc.actor.claim", defaultValue = "preferred_username")
          String actorClaim,
      @ConfigProperty(name = "weir.oidc.role.claim", defaultValue = "roles") String roleClaim,
      @ConfigProperty(name = "weir.oidc.roles") Optional<List<String>> roles) {
    this.actorClaim = actorClaim;
    this.rolePath = Arrays.asList(roleClaim.split("/", -1));
    this.names = roles.map(RoleNames::of).orElseGet(RoleNames::standard);
  }

  /**
   * What a verified token says of its bearer.
   *
   * @return empty if it gives him no role here
   * @throws IllegalArgumentException in words if it does not say who he is
   */
  public Optional<Caller> of(JsonWebToken token) {
    String actor = actor(token);
    Authentication proof = Authentication.oidc(token.getIssuer());
    return role(token).map(role -> new Caller(actor, proof, role, Scope.ALL));
  }

  private String actor(JsonWebToken token) {
    String actor = text(token.getClaim(actorClaim));
    if (actor == null) {
      actor = token.getSubject();
    }
    if (actor == null || actor.isBlank()) {
      throw new IllegalArgumentException(
          "the token has neither the claim %s nor sub, and so does not say who asks"
              .formatted(actorClaim));
    }
    if (actor.codePointCount(0, actor.length()) > LONGEST_ACTOR
        || actor.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "who asks is named by more than %d characters, or by control characters"
              .formatted(LONGEST_ACTOR));
    }
    return actor.strip();
  }

  private Optional<Role> role(JsonWebToken token) {
    Object claim = token.getClaim(rolePath.getFirst());
    for (String step : rolePath.subList(1, rolePath.size())) {
      claim =
          switch (claim) {
            case JsonObject object -> object.get(step);
            case Map<?, ?> map -> map.get(step);
            case null, default -> null;
          };
    }
    return names.among(words(claim));
  }

  /** A claim is a list, or one text with blanks. */
  private static List<String> words(@Nullable Object claim) {
    List<String> words = new ArrayList<>();
    switch (claim) {
      case JsonArray array -> array.forEach(one -> words.addAll(words(one)));
      case Collection<?> list -> list.forEach(one -> words.addAll(words(one)));
      case null -> {}
      default -> {
        String text = text(claim);
        if (text != null) {
          words.addAll(Arrays.asList(text.split(" ", -1)));
        }
      }
    }
    return words;
  }

  private static @Nullable String text(@Nullable Object claim) {
    return switch (claim) {
      case JsonString string -> string.getString();
      case JsonValue _ -> null;
      case String string -> string;
      case null, default -> null;
    };
  }
}
