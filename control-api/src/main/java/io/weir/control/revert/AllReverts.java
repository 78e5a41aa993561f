package io.weir.control.revert;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.InstanceEvent;
import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.event.LedgerKeyEvent;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.VpcEvent;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.value.ServiceId;
import io.weir.control.api.ApiKind;
import io.weir.control.api.Require;
import io.weir.control.domain.DomainKind;
import io.weir.control.registry.RegistryProxy;
import io.weir.control.release.EnvironmentResource;
import io.weir.control.service.ServiceKind;
import io.weir.control.upstream.NodeWarnings;
import io.weir.control.upstream.UpstreamKind;
import io.weir.ledger.PastEvent;
import io.weir.rest.EntityTags;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.revert.Reversal;
import io.weir.rest.revert.RevertResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;

/** Reverts what is control-api's, and asks instance-registry to revert what is its. */
@Path("/v1/events/{position}/revert")
public class AllReverts extends RevertResource {
  private static final String SERVICES = "/v1/services/";

  private final Writes writes;
  private final NodeWarnings warnings;
  private final EnvironmentResource environments;
  private final RegistryProxy registry;
  private final CurrentVertxRequest request;

  AllReverts(
      Reads reads,
      Writes writes,
      NodeWarnings warnings,
      EnvironmentResource environments,
      RegistryProxy registry,
      CurrentVertxRequest request) {
    super(reads);
    this.writes = writes;
    this.warnings = warnings;
    this.environments = environments;
    this.registry = registry;
    this.request = request;
  }

  @Override
  protected Uni<Response> revert(PastEvent event, EntityTags tags) {
    return reversal(event, tags)
        .map(reversal -> reversal.append(writes))
        .orElseGet(() -> registry.ask(request.getCurrent()));
  }

  /**
   * The write that reverts an event; none if that is instance-registry's.
   *
   * @throws ProblemException if there can be none
   */
  public Optional<Reversal> reversal(PastEvent event, EntityTags tags) {
    return switch (event.event()) {
      case UpstreamEvent of ->
          Optional.of(
              Reversal.of(event, UpstreamKind.of(warnings), of.id(), "/v1/upstreams", tags));
      case ServiceEvent of ->
          Optional.of(Reversal.of(event, ServiceKind.INSTANCE, of.id(), SERVICES, tags));
      case ApiEvent of -> {
        var kind = ApiKind.of(of.serviceId(), Require.NOTHING, warnings);
        String collection = SERVICES + of.serviceId() + "/apis";
        yield Optional.of(Reversal.of(event, kind, of.id(), collection, tags));
      }
      case DomainEvent of -> {
        ServiceId service = serviceOf(event, of);
        String collection = SERVICES + service + "/domains";
        yield Optional.of(
            Reversal.of(event, DomainKind.of(service), of.domain(), collection, tags));
      }
      case ReleaseEvent of -> Optional.of(environments.reversal(event, of, tags));
      case VpcEvent _, NetworkEvent _, InstanceEvent _ -> Optional.empty();
      case KeyEvent of ->
          throw notRevertible(
              event,
              "what a key was used for has happened, and one that is revoked or expired never opens"
                  + " anything again; DELETE /v1/keys/"
                  + of.id()
                  + " revokes one, POST /v1/keys makes another");
      case LedgerKeyEvent _ ->
          throw notRevertible(
              event, "what a key signed stays signed; POST /v1/ledger/keys rotates the key");
    };
  }

  private static ServiceId serviceOf(PastEvent event, DomainEvent of) {
    CustomDomain before = event.before().domains().get(of.domain());
    CustomDomain domain =
        before != null ? before : Objects.requireNonNull(event.after().domains().get(of.domain()));
    return domain.settings().serviceId();
  }
}
