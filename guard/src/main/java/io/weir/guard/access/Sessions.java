package io.weir.guard.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Who is logged in, in the ledger's database, so that every process of every service knows the same
 * sessions. A session opens what its owner may do, and not for longer than he himself: one of a key
 * ends with the key.
 */
@ApplicationScoped
public class Sessions {
  /** How long one lasts. */
  public static final Duration LIFE = Duration.ofHours(12);

  /** How long one lasts of somebody whom an issuer knows: it does not tell when it forgets him. */
  public static final Duration ISSUER_LIFE = Duration.ofHours(1);

  /** How long a link can become one. */
  public static final Duration LINK_LIFE = Duration.ofMinutes(2);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String FORGET = "delete from ledger.session where expires_at < now()";
  private static final String ADD =
      """
      insert into ledger.session (sha256, link, key_id, actor, issuer, role, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)\
      """;
  private static final String FIND =
      """
      select key_id, actor, issuer, role from ledger.session
      where sha256 = $1 and not link and expires_at > now()\
      """;
  private static final String USE =
      """
      delete from ledger.session where sha256 = $1 and link and expires_at > now()
      returning key_id, actor, issuer, role\
      """;
  private static final String END = "delete from ledger.session where sha256 = $1";

  private final Pool pool;

  Sessions(Pool pool) {
    this.pool = pool;
  }

  /**
   * A session that has begun.
   *
   * @param life how long it lasts from then on
   */
  public record Begun(SessionToken token, Duration life) {}

  /** Whose a session is: a key's, or somebody's whom an issuer of tokens knows. */
  sealed interface Owner {
    /** A key, which is looked at again with every request. */
    record OfKey(KeyId id) implements Owner {}

    /** Somebody as his token said. */
    record OfIssuer(String actor, String issuer, Role role) implements Owner {
      Caller caller() {
        return new Caller(actor, Authentication.oidc(issuer), role, Scope.ALL);
      }
    }
  }

  /**
   * Begins a session of a caller.
   *
   * @throws IllegalArgumentException if he proved nothing, which leaves nothing to recognise
   */
  public Uni<Begun> begin(Caller caller) {
    return begin(owner(caller));
  }

  private Uni<Begun> begin(Owner owner) {
    Duration life = owner instanceof Owner.OfKey ? LIFE : ISSUER_LIFE;
    return add(owner, false, life).map(token -> new Begun(token, life));
  }

  /** Makes a link that becomes a session of a key once. */
  public Uni<SessionToken> link(KeyId key) {
    return add(new Owner.OfKey(key), true, LINK_LIFE);
  }

  /** Begins the session that a link leads to; empty if it was used, is too old, or never was. */
  public Uni<Optional<Begun>> use(SessionToken link) {
    return ask(USE, Tuple.of(bytes(link)))
        .chain(
            rows ->
                owner(rows)
                    .map(owner -> begin(owner).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /** Ends a session, here and everywhere. */
  public Uni<Void> end(SessionToken session) {
    return ask(END, Tuple.of(bytes(session))).replaceWithVoid();
  }

  /** Whose session it is; empty if it ended or never was. */
  Uni<Optional<Owner>> find(SessionToken session) {
    return ask(FIND, Tuple.of(bytes(session))).map(Sessions::owner);
  }

  private Uni<SessionToken> add(Owner owner, boolean link, Duration life) {
    SessionToken token = SessionToken.random();
    Tuple row = Tuple.tuple().addValue(bytes(token)).addBoolean(link);
    switch (owner) {
      case Owner.OfKey(KeyId id) ->
          row.addString(id.value()).addString(null).addString(null).addString(null);
      case Owner.OfIssuer(String actor, String issuer, Role role) ->
          row.addString(null).addString(actor).addString(issuer).addString(role.name());
    }
    row.addOffsetDateTime(OffsetDateTime.now(ZoneOffset.UTC).plus(life));
    return ask(FORGET, Tuple.tuple()).chain(() -> ask(ADD, row)).replaceWith(token);
  }

  private Uni<RowSet<Row>> ask(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).ifNoItem().after(PATIENCE).fail();
  }

  private static Owner owner(Caller caller) {
    Authentication proof = caller.authentication();
    return proof
        .keyId()
        .<Owner>map(Owner.OfKey::new)
        .or(() -> proof.issuer().map(is -> new Owner.OfIssuer(caller.actor(), is, caller.role())))
        .orElseThrow(() -> new IllegalArgumentException(caller + " proved nothing"));
  }

  private static Optional<Owner> owner(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    String key = row.getString("key_id");
    return Optional.of(
        key == null
            ? new Owner.OfIssuer(
                row.getString("actor"),
                row.getString("issuer"),
                Role.valueOf(row.getString("role")))
            : new Owner.OfKey(new KeyId(key)));
  }

  private static Buffer bytes(SessionToken token) {
    return Buffer.buffer(token.hash().bytes());
  }
}
