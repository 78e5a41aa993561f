package io.weir.control.traffic.tries;

import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.ProblemException;
import io.weir.rest.Refusals;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a try leads, as replicas route: a custom domain, else the service that the first label of
 * the host names. Pure.
 *
 * @param host as it is sent
 * @param path as it is sent, with its query
 * @param named the service that the host names, whether there is one or not; null if it names none
 * @param service null if there is none
 */
record TryTarget(String host, String path, @Nullable ServiceId named, @Nullable Service service) {
  /**
   * Of a try.
   *
   * @throws ProblemException 404 if it names a service that does not exist
   */
  static TryTarget of(TryContent content, GatewayImage image) {
    ServiceId id = content.serviceId();
    Environment environment = content.environment();
    if (id == null || environment == null) {
      return ofHost(String.valueOf(content.host()), content.path(), image);
    }
    Service service = image.services().get(id);
    if (service == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return image.domainsOf(id).stream()
        .filter(bound -> bound.settings().environment() == environment)
        .findFirst()
        .map(bound -> new TryTarget(bound.domain().value(), content.path(), id, service))
        .orElseGet(
            () ->
                new TryTarget(id.value(), "/" + environment.value() + content.path(), id, service));
  }

  private static TryTarget ofHost(String host, String path, GatewayImage image) {
    String name = withoutPort(host).toLowerCase(Locale.ROOT);
    CustomDomain bound = bound(name, image);
    ServiceId id = bound == null ? firstLabel(name) : bound.settings().serviceId();
    return new TryTarget(host, path, id, id == null ? null : image.services().get(id));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
  }

  private static @Nullable CustomDomain bound(String name, GatewayImage image) {
    try {
      return image.domains().get(new Domain(name));
    } catch (InvalidValueException e) {
      return null;
    }
  }

  private static @Nullable ServiceId firstLabel(String name) {
    int dot = name.indexOf('.');
    try {
      return new ServiceId(dot < 0 ? name : name.substring(0, dot));
    } catch (InvalidValueException e) {
      return null;
    }
  }

  /**
   * The instance whose replicas serve it; null if there is no service, which any of them says.
   *
   * @throws ProblemException 409 if it is on the shared instance, which no replica serves
   */
  @Nullable InstanceId instance() {
    if (service == null) {
      return null;
    }
    InstanceId id = service.settings().instanceId();
    if (id == null) {
      throw ReplicaChoice.none(
          "%s is on the shared instance, which no replica serves".formatted(service.id()));
    }
    return id;
  }

  /**
   * Checks that it lies within what a caller may change: who may not touch a service may not send
   * it requests from within either.
   *
   * @throws ProblemException 403 if it does not
   */
  void check(Scope scope, GatewayImage image) {
    if (scope.isAll() || named != null && (scope.names(named) || holderIsIn(scope, image))) {
      return;
    }
    String what = named == null ? host : named.value();
    throw new ProblemException(
        Refusals.problem(
            List.of(
                Refusal.of(
                    RefusalCode.OUT_OF_SCOPE,
                    "%s does not lie within %s".formatted(what, String.join(", ", scope.ids())),
                    what))));
  }

  private boolean holderIsIn(Scope scope, GatewayImage image) {
    InstanceId id = service == null ? null : service.settings().instanceId();
    Instance instance = id == null ? null : image.instances().get(id);
    return instance != null
        && (scope.names(instance.id()) || scope.names(instance.settings().vpcId()));
  }
}
