package io.weir.contracts.codec;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.event.KeyEvent.KeyExpired;
import io.weir.contracts.event.KeyEvent.KeyRevoked;
import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name of every event type, with its version: what stands in the ledger for ever. */
public final class EventTypes {
  private static final Map<String, Class<? extends GatewayEvent>> CLASSES = new LinkedHashMap<>();
  private static final Map<Class<?>, String> NAMES = new LinkedHashMap<>();

  static {
    add("upstream.created.v1", UpstreamCreated.class);
    add("upstream.settings-changed.v1", UpstreamSettingsChanged.class);
    add("upstream.nodes-changed.v1", UpstreamNodesChanged.class);
    add("upstream.deleted.v1", UpstreamDeleted.class);
    add("service.created.v1", ServiceCreated.class);
    add("service.changed.v1", ServiceChanged.class);
    add("service.deleted.v1", ServiceDeleted.class);
    add("service.released.v3", ServiceReleased.class);
    add("service.environment-switched.v1", EnvironmentSwitched.class);
    add("service.environment-unreleased.v1", EnvironmentUnreleased.class);
    add("api.created.v1", ApiCreated.class);
    add("api.changed.v1", ApiChanged.class);
    add("api.deleted.v1", ApiDeleted.class);
    add("vpc.created.v1", VpcCreated.class);
    add("vpc.changed.v1", VpcChanged.class);
    add("vpc.deleted.v1", VpcDeleted.class);
    add("cloud-connect-network.created.v1", NetworkCreated.class);
    add("cloud-connect-network.changed.v1", NetworkChanged.class);
    add("cloud-connect-network.deleted.v1", NetworkDeleted.class);
    add("link.attached.v1", LinkAttached.class);
    add("link.detached.v1", LinkDetached.class);
    add("instance.created.v1", InstanceCreated.class);
    add("instance.changed.v1", InstanceChanged.class);
    add("instance.deleted.v1", InstanceDeleted.class);
    add("domain.bound.v1", DomainBound.class);
    add("domain.changed.v1", DomainChanged.class);
    add("domain.unbound.v1", DomainUnbound.class);
    add("key.created.v1", KeyCreated.class);
    add("key.used.v1", KeyUsed.class);
    add("key.expired.v1", KeyExpired.class);
    add("key.revoked.v1", KeyRevoked.class);
    add("ledger-key.created.v1", LedgerKeyCreated.class);
    add("ledger-key.retired.v1", LedgerKeyRetired.class);
  }

  private EventTypes() {}

  private static void add(String name, Class<? extends GatewayEvent> type) {
    CLASSES.put(name, type);
    NAMES.put(type, name);
  }

  /** All names, in a fixed order. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(CLASSES.keySet());
  }

  /** The name an event is recorded under. */
  public static String nameOf(GatewayEvent event) {
    String name = NAMES.get(event.getClass());
    if (name == null) {
      throw new IllegalStateException("no type name for " + event.getClass());
    }
    return name;
  }

  static @Nullable Class<? extends GatewayEvent> classOf(String name) {
    return CLASSES.get(name);
  }
}
