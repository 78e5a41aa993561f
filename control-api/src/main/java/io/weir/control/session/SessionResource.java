package io.weir.control.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.KeyId;
import io.weir.guard.access.Caller;
import io.weir.guard.access.SessionCookie;
import io.weir.guard.access.SessionToken;
import io.weir.guard.access.Sessions;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /v1/session}: who asks, and a cookie by which the browser goes on being known. */
@Path("/v1/session")
public class SessionResource {
  private static final int RETRY_SECONDS = 2;

  private final Sessions sessions;
  private final CurrentVertxRequest current;

  SessionResource(Sessions sessions, CurrentVertxRequest current) {
    this.sessions = sessions;
    this.current = current;
  }

  /** Says who asks. */
  @GET
  public Response get() {
    return answer(200, view(Caller.of(current.getCurrent())));
  }

  /** Begins a session of the key that is shown. */
  @POST
  public Uni<Response> logIn() {
    RoutingContext request = current.getCurrent();
    Caller caller = Caller.of(request);
    if (!caller.isProven()) {
      return Uni.createFrom().item(answer(200, view(caller)));
    }
    key(request, caller);
    return reached(sessions.begin(caller))
        .invoke(session -> SessionCookie.give(request, session))
        .map(session -> answer(200, view(caller)));
  }

  /** Ends the session, everywhere. */
  @DELETE
  public Uni<Response> logOut() {
    RoutingContext request = current.getCurrent();
    // before the answer takes it away: they are one jar
    Optional<SessionToken> session = SessionCookie.of(request).flatMap(SessionToken::of);
    SessionCookie.take(request);
    return reached(session.map(sessions::end).orElseGet(() -> Uni.createFrom().voidItem()))
        .map(ended -> Response.noContent().build());
  }

  /** Makes a link that begins a session of the key that is shown, once and soon. */
  @POST
  @Path("/links")
  public Uni<Response> link() {
    RoutingContext request = current.getCurrent();
    Caller caller = Caller.of(request);
    if (!caller.isProven()) {
      return Uni.createFrom().item(answer(201, links("/")));
    }
    return reached(sessions.link(key(request, caller)))
        .map(link -> answer(201, links(LoginLinks.PATH + link.text())));
  }

  private static ObjectNode links(String path) {
    return Json.MAPPER
        .createObjectNode()
        .put("path", path)
        .put("seconds", Sessions.LINK_LIFE.toSeconds());
  }

  /**
   * A token of somebody else's ends when it says so, and a session would outlive it; a session
   * ends, too, and whoever stole its cookie must not go on with another one.
   */
  private static KeyId key(RoutingContext request, Caller caller) {
    boolean shown = request.request().headers().contains(HttpHeaders.AUTHORIZATION);
    return caller
        .authentication()
        .keyId()
        .filter(key -> shown)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ProblemCode.BAD_REQUEST,
                        "a session is begun with an API key, in the header Authorization: Bearer"
                            + " weir_..., which ends it when it is revoked; no session begins"
                            + " another")));
  }

  private static ObjectNode view(Caller caller) {
    ObjectNode view =
        Json.MAPPER
            .createObjectNode()
            .put("actor", caller.actor())
            .put("authentication", caller.authentication().value())
            .put("role", caller.role().name());
    view.set("scope", Json.MAPPER.valueToTree(caller.scope()));
    return view;
  }

  private static Response answer(int status, ObjectNode body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-store")
        .entity(body.toString())
        .build();
  }

  private static <T> Uni<T> reached(Uni<T> asked) {
    return asked
        .onFailure()
        .transform(
            e ->
                ProblemException.retryLater(
                    ProblemCode.LEDGER_UNAVAILABLE,
                    "the ledger's database does not answer; nothing was changed",
                    RETRY_SECONDS));
  }
}
