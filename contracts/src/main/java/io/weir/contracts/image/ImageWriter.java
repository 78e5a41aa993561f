package io.weir.contracts.image;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.event.KeyEvent.KeyExpired;
import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasesKept;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Rewrites an image as the shortest list of ordinary events that gives it: a snapshot is just a
 * shorter log.
 */
public final class ImageWriter {
  private final GatewayImage image;
  private final BiConsumer<Revision, GatewayEvent> out;

  private ImageWriter(GatewayImage image, BiConsumer<Revision, GatewayEvent> out) {
    this.image = image;
    this.out = out;
  }

  /** Hands the events to {@code out}, in an order in which each finds what it refers to. */
  public static void write(GatewayImage image, BiConsumer<Revision, GatewayEvent> out) {
    new ImageWriter(image, out).all();
  }

  private void all() {
    image
        .vpcs()
        .values()
        .forEach(v -> out.accept(v.revision(), new VpcCreated(v.id(), v.settings())));
    image
        .networks()
        .values()
        .forEach(n -> out.accept(n.revision(), new NetworkCreated(n.id(), n.settings())));
    for (Link link : image.links().values()) {
      var key = link.key();
      out.accept(
          link.revision(),
          link.attached()
              ? new LinkAttached(key.networkId(), key.vpcId())
              : new LinkDetached(key.networkId(), key.vpcId()));
    }
    image
        .instances()
        .values()
        .forEach(i -> out.accept(i.revision(), new InstanceCreated(i.id(), i.settings())));
    image
        .upstreams()
        .values()
        .forEach(
            u -> out.accept(u.revision(), new UpstreamCreated(u.id(), u.settings(), u.nodes())));
    image.services().values().forEach(this::service);
    image
        .domains()
        .values()
        .forEach(d -> out.accept(d.revision(), new DomainBound(d.domain(), d.settings())));
    image.keys().values().forEach(this::key);
    image.ledgerKeys().values().forEach(this::ledgerKey);
  }

  private void ledgerKey(LedgerKey key) {
    out.accept(key.created(), new LedgerKeyCreated(key.id(), key.publicKey()));
    Revision retired = key.retired();
    if (retired != null) {
      out.accept(retired, new LedgerKeyRetired(key.id()));
    }
  }

  private void key(Key key) {
    out.accept(key.revision(), new KeyCreated(key.id(), key.settings()));
    if (key.used()) {
      out.accept(key.revision(), new KeyUsed(key.id()));
    }
    if (key.expired()) {
      out.accept(key.revision(), new KeyExpired(key.id()));
    }
  }

  private void service(Service service) {
    out.accept(service.revision(), new ServiceCreated(service.id(), service.settings()));
    for (Api api : service.apis().values()) {
      out.accept(api.revision(), new ApiCreated(api.id(), api.serviceId(), api.definition()));
    }
    // none of those that are still there gives way
    var kept = new ReleasesKept(Math.max(1, service.releases().size()));
    Map<Environment, ReleaseId> pointed = new EnumMap<>(Environment.class);
    Release base = null;
    for (Release release : service.releases()) {
      pointed.put(release.environment(), release.id());
      out.accept(
          release.revision(),
          Release.since(
              base,
              new ServiceReleased(
                  service.id(),
                  release.id(),
                  release.environment(),
                  release.description(),
                  release.apis(),
                  kept)));
      base = release;
    }
    for (Environment environment : Environment.values()) {
      ReleaseId target = service.environments().get(environment);
      if (target == null && pointed.containsKey(environment)) {
        out.accept(service.revision(), new EnvironmentUnreleased(service.id(), environment));
      } else if (target != null && !target.equals(pointed.get(environment))) {
        out.accept(service.revision(), new EnvironmentSwitched(service.id(), environment, target));
      }
    }
    if (!service.releases().isEmpty()) {
      // the last word on the service is its own revision, whatever the releases before it set
      out.accept(service.revision(), new ServiceChanged(service.id(), service.settings()));
    }
  }
}
