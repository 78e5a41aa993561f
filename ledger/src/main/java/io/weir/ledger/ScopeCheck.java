package io.weir.ledger;

import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent;
import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.event.LedgerKeyEvent;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.VpcEvent;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.ReleasedChange;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a command does lies within a scope. An object lies within if the scope names it or
 * what holds it: a VPC its upstreams and instances, an instance its services, a service its APIs,
 * domains, releases. What is written lies within as it was and as it becomes; what it refers to
 * from now on, and did not before, lies within too: an old release may lead to an upstream from
 * which its API was taken since. Cloud Connect Networks and keys are in no scope; a link is its
 * VPC's.
 */
final class ScopeCheck {
  private final Scope scope;
  private final GatewayImage before;
  private final GatewayImage after;
  private final Map<String, Refusal> outside = new LinkedHashMap<>();

  private ScopeCheck(Scope scope, GatewayImage before, GatewayImage after) {
    this.scope = scope;
    this.before = before;
    this.after = after;
  }

  /** One refusal for each object outside; none if all lie within. */
  static List<Refusal> refuse(
      Scope scope, GatewayImage before, GatewayImage after, List<? extends GatewayEvent> events) {
    if (scope.isAll()) {
      return List.of();
    }
    ScopeCheck check = new ScopeCheck(scope, before, after);
    events.forEach(check::event);
    return List.copyOf(check.outside.values());
  }

  private void event(GatewayEvent event) {
    switch (event) {
      case UpstreamEvent of -> {
        upstream(before.upstreams().get(of.id()));
        upstream(after.upstreams().get(of.id()));
      }
      case ServiceEvent of -> service(of.id());
      case ReleaseEvent of -> release(of);
      case ApiEvent of -> api(of);
      case DomainEvent of -> {
        domain(of, before);
        domain(of, after);
      }
      case VpcEvent of -> within(of.id(), of.id());
      case InstanceEvent of -> instance(of.id());
      case NetworkEvent of -> network(of);
      case KeyEvent of -> within(of.id());
      case LedgerKeyEvent of -> within(of.id());
    }
  }

  private void upstream(@Nullable Upstream upstream) {
    if (upstream != null) {
      within(upstream.id(), upstream.settings().vpcId());
    }
  }

  private void service(ServiceId id) {
    Service was = before.services().get(id);
    Service is = after.services().get(id);
    service(id, was, before);
    service(id, is, after);
    InstanceId to = is == null ? null : is.settings().instanceId();
    if (to != null && (was == null || !to.equals(was.settings().instanceId()))) {
      within(to, holders(to, after));
    }
  }

  private void service(ServiceId id, @Nullable Service service, GatewayImage image) {
    if (service != null) {
      within(id, holders(id, service, image));
    }
  }

  private void api(ApiEvent of) {
    service(of.serviceId());
    Api was = before.api(of.serviceId(), of.id());
    Api is = after.api(of.serviceId(), of.id());
    UpstreamId to = is == null ? null : is.definition().backEnd().upstreamId();
    if (to != null && (was == null || !to.equals(was.definition().backEnd().upstreamId()))) {
      upstream(after.upstreams().get(to));
    }
  }

  private void release(ReleaseEvent of) {
    service(of.serviceId());
    for (ReleasedChange change :
        ReleasedChange.between(
            before.services().get(of.serviceId()),
            after.services().get(of.serviceId()),
            of.environment())) {
      UpstreamId from = upstreamOf(change.was());
      UpstreamId to = upstreamOf(change.is());
      Api draft = before.api(of.serviceId(), change.id());
      boolean given =
          to == null
              || to.equals(from)
              || draft != null && to.equals(draft.definition().backEnd().upstreamId());
      if (!given) {
        upstream(after.upstreams().get(to));
      }
    }
  }

  private static @Nullable UpstreamId upstreamOf(@Nullable ReleasedApi api) {
    return api == null ? null : api.definition().backEnd().upstreamId();
  }

  private void domain(DomainEvent of, GatewayImage image) {
    var bound = image.domains().get(of.domain());
    if (bound != null) {
      ServiceId id = bound.settings().serviceId();
      service(id, image.services().get(id), image);
    }
  }

  private void instance(InstanceId id) {
    Instance was = before.instances().get(id);
    Instance is = after.instances().get(id);
    if (was != null) {
      within(id, holders(id, before));
    }
    if (is != null) {
      within(id, holders(id, after));
      VpcId to = is.settings().vpcId();
      if (was == null || !to.equals(was.settings().vpcId())) {
        within(to, to);
      }
    }
  }

  private void network(NetworkEvent event) {
    switch (event) {
      case LinkAttached(var _, var vpc) -> within(vpc, vpc);
      case LinkDetached(var _, var vpc) -> within(vpc, vpc);
      case NetworkCreated of -> within(of.id());
      case NetworkChanged of -> within(of.id());
      case NetworkDeleted of -> within(of.id());
    }
  }

  private static Id[] holders(ServiceId id, Service service, GatewayImage image) {
    List<Id> holders = new ArrayList<>(List.of(id));
    InstanceId on = service.settings().instanceId();
    if (on != null) {
      holders.addAll(List.of(holders(on, image)));
    }
    return holders.toArray(Id[]::new);
  }

  private static Id[] holders(InstanceId id, GatewayImage image) {
    Instance instance = image.instances().get(id);
    return instance == null ? new Id[] {id} : new Id[] {id, instance.settings().vpcId()};
  }

  /** Any of the holders is enough. */
  private void within(Id object, Id... holders) {
    for (Id holder : holders) {
      if (scope.names(holder)) {
        return;
      }
    }
    outside.putIfAbsent(
        object.value(),
        Refusal.of(
            RefusalCode.OUT_OF_SCOPE,
            object + " does not lie within " + String.join(", ", scope.ids()),
            object.value()));
  }
}
