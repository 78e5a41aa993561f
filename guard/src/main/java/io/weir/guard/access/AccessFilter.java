package io.weir.guard.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.guard.Denial;
import io.weir.guard.Denial.Code;
import io.weir.guard.Denials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets nobody unknown below {@code /v1}, and nobody do what his role does not allow; what the table
 * of access does not know is not there. Health, metrics, descriptions and the console's files are
 * elsewhere, and for everybody.
 */
@ApplicationScoped
class AccessFilter {
  private static final Logger LOG = Logger.getLogger(AccessFilter.class);

  /** After the mechanisms, which Quarkus asks at 200. */
  private static final int ORDER = 150;

  /** Before anything is refused, so that what is kept of that can say who it was. */
  private static final int FIRST = 995;

  private static final Pattern TOKEN_IN_QUERY =
      Pattern.compile("(?:^|&)access_token=", Pattern.CASE_INSENSITIVE);

  private final AuthMode mode;
  private final Denials denials;
  private final IdentityProviderManager providers;

  /**
   * A filter.
   *
   * @throws IllegalArgumentException if the setting is wrong, which ends the start
   */
  AccessFilter(
      Denials denials,
      IdentityProviderManager providers,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = AuthMode.SETTING, defaultValue = "keys") String setting) {
    this.denials = denials;
    this.providers = providers;
    this.mode = AuthMode.of(setting, host);
  }

  void warn(@Observes StartupEvent started) {
    if (mode == AuthMode.NONE) {
      LOG.warn(
          "WEIR_AUTH=none: whoever reaches this service may do everything, and events do not prove"
              + " who it was");
    }
  }

  void register(@Observes Filters filters) {
    if (mode == AuthMode.NONE) {
      filters.register(AccessFilter::nobody, FIRST);
    } else {
      filters.register(this::filter, ORDER);
    }
  }

  private static void nobody(RoutingContext request) {
    Caller.NOBODY.put(request);
    request.next();
  }

  private void filter(RoutingContext request) {
    String path = Paths.canonical(request.normalizedPath());
    if (!Paths.isGuarded(path)) {
      request.next();
    } else {
      Optional<Denial> improper = improper(request);
      if (improper.isPresent()) {
        denials.answer(request, improper.get());
      } else {
        QuarkusHttpUser.getSecurityIdentity(request, providers)
            .subscribe()
            .with(identity -> known(request, path, identity), request::fail);
      }
    }
  }

  private static Optional<Denial> improper(RoutingContext request) {
    String query = request.request().query();
    if (LeakedKeys.isIn(request.request().path())
        || query != null
            && (LeakedKeys.isIn(query)
                || TOKEN_IN_QUERY.matcher(LeakedKeys.decoded(query)).find())) {
      return Optional.of(
          Challenge.improper(
              "a key belongs in the header Authorization: Bearer weir_...; what is in an address is"
                  + " kept by logs and browsers, so revoke this one"));
    }
    return request.request().headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1
        ? Optional.of(Challenge.improper("there is more than one header Authorization"))
        : Optional.empty();
  }

  private void known(RoutingContext request, String path, SecurityIdentity identity) {
    Denial denial =
        identity.isAnonymous() ? unknown(request) : denied(request, path, identity).orElse(null);
    if (denial == null) {
      request.next();
    } else {
      denials.answer(request, denial);
    }
  }

  private static Denial unknown(RoutingContext request) {
    Denial found = Challenge.remembered(request);
    return found == null ? Challenge.missing() : found;
  }

  private Optional<Denial> denied(RoutingContext request, String path, SecurityIdentity identity) {
    Optional<Caller> caller = Caller.of(identity);
    if (caller.isEmpty()) {
      return Optional.of(
          Challenge.insufficient(
              identity.getPrincipal().getName() + " is known, but has no role here"));
    }
    caller.get().put(request);
    List<Operation> operations = AccessTable.at(path);
    if (operations.isEmpty()) {
      return Optional.of(
          new Denial(Code.NOT_FOUND, "there is nothing at " + request.request().path(), Map.of()));
    }
    String method = request.request().method().name();
    if (method.equals("OPTIONS")) {
      // asks what there is, which whoever has the resource says
      return Optional.empty();
    }
    return operations.stream()
        .filter(operation -> operation.answers(method))
        .findFirst()
        .map(operation -> insufficient(caller.get(), operation))
        .orElseGet(() -> Optional.of(notAllowed(request, operations)));
  }

  private static Optional<Denial> insufficient(Caller caller, Operation operation) {
    return operation.need().isMetBy(caller.role())
        ? Optional.empty()
        : Optional.of(
            Challenge.insufficient(
                "%s has the role %s, and %s takes %s"
                    .formatted(
                        caller.actor(),
                        caller.role(),
                        operation.id(),
                        operation.need().roles().stream()
                            .map(Enum::name)
                            .collect(Collectors.joining(" or ")))));
  }

  private static Denial notAllowed(RoutingContext request, List<Operation> operations) {
    List<String> methods = new ArrayList<>(List.of("OPTIONS"));
    for (Operation operation : operations) {
      methods.add(operation.method());
      if (operation.method().equals("GET")) {
        methods.add("HEAD");
      }
    }
    return new Denial(
        Code.METHOD_NOT_ALLOWED,
        request.request().method() + " is not possible on " + request.request().path(),
        Map.of("Allow", methods.stream().distinct().sorted().collect(Collectors.joining(", "))));
  }
}
