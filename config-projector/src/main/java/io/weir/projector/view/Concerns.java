package io.weir.projector.view;

import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent;
import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.event.LedgerKeyEvent;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.VpcEvent;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Key;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.ReleasedChange;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose history an event is part of: the objects it speaks of, the one that its object referred to
 * before, and what went with it. An event that says that an object is gone, or refers to another
 * from now on, does not say what it belonged to until then, nor what belonged to it.
 */
final class Concerns {
  private final Set<String> ids;

  private Concerns(Envelope envelope) {
    ids = new TreeSet<>(envelope.subjects());
  }

  /**
   * Their ids, in order; of an environment {@code service/environment}.
   *
   * @param before the configuration right before the event
   * @param after the configuration with the event
   */
  static Set<String> of(
      Envelope envelope, GatewayEvent event, GatewayImage before, GatewayImage after) {
    var concerns = new Concerns(envelope);
    concerns.find(event, before, after);
    return concerns.ids;
  }

  private void find(GatewayEvent event, GatewayImage before, GatewayImage after) {
    switch (event) {
      case UpstreamEvent of -> {
        Upstream upstream = before.upstreams().get(of.id());
        add(upstream == null ? null : upstream.settings().vpcId());
      }
      case InstanceEvent of -> {
        Instance instance = before.instances().get(of.id());
        add(instance == null ? null : instance.settings().vpcId());
      }
      case DomainEvent of -> {
        domain(before.domains().get(of.domain()));
        domain(after.domains().get(of.domain()));
      }
      case ServiceEvent of ->
          service(before.services().get(of.id()), after.services().get(of.id()));
      case ReleaseEvent of -> {
        Service was = before.services().get(of.serviceId());
        Service is = after.services().get(of.serviceId());
        service(was, is);
        environment(of.serviceId(), of.environment());
        released(answering(was, of.environment()), answering(is, of.environment()));
      }
      case ApiEvent of -> {
        Api api = before.api(of.serviceId(), of.id());
        add(api == null ? null : api.definition().backEnd().upstreamId());
      }
      case KeyEvent of -> {
        Key key = before.keys().get(of.id());
        if (key != null) {
          ids.addAll(key.settings().scope().ids());
        }
      }
      case VpcDeleted(var id) -> before.linksOf(id).forEach(link -> add(link.key().networkId()));
      case VpcEvent _, NetworkEvent _, LedgerKeyEvent _ -> {
        // they speak of all there is
      }
    }
  }

  private void add(@Nullable Object id) {
    if (id != null) {
      ids.add(id.toString());
    }
  }

  private void domain(@Nullable CustomDomain bound) {
    if (bound != null) {
      add(bound.settings().serviceId());
      environment(bound.settings().serviceId(), bound.settings().environment());
    }
  }

  private void environment(ServiceId service, Environment environment) {
    ids.add(service + "/" + environment.value());
  }

  /** The instance it was on; what is no longer there of what it had. */
  private void service(@Nullable Service was, @Nullable Service is) {
    if (was == null) {
      return;
    }
    add(was.settings().instanceId());
    if (is == null) {
      for (Api draft : was.apis().values()) {
        add(draft.id());
        add(draft.definition().backEnd().upstreamId());
      }
      for (Environment environment : was.environments().keySet()) {
        environment(was.id(), environment);
        released(answering(was, environment), null);
      }
    }
    if (is == null || is.releases() != was.releases()) {
      Set<ReleaseId> kept = new HashSet<>();
      if (is != null) {
        is.releases().forEach(release -> kept.add(release.id()));
      }
      for (Release release : was.releases()) {
        if (!kept.contains(release.id())) {
          add(release.id());
        }
      }
    }
  }

  private static @Nullable Release answering(@Nullable Service service, Environment environment) {
    return service == null ? null : service.released(environment).orElse(null);
  }

  /** What an environment answers with from now on in the place of what, down to the upstreams. */
  private void released(@Nullable Release was, @Nullable Release is) {
    for (Release release : Arrays.asList(was, is)) {
      add(release == null ? null : release.id());
    }
    for (ReleasedChange change : ReleasedChange.between(was, is)) {
      add(change.id());
      upstream(change.was());
      upstream(change.is());
    }
  }

  private void upstream(@Nullable ReleasedApi api) {
    add(api == null ? null : api.definition().backEnd().upstreamId());
  }
}
