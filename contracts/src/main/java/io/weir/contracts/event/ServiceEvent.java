package io.weir.contracts.event;

import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import java.util.List;

/** What happens to a service. */
public sealed interface ServiceEvent extends GatewayEvent {
  /** The service. */
  ServiceId id();

  @Override
  default String stream() {
    return "service/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value());
  }

  /** A service came to be. */
  record ServiceCreated(ServiceId id, ServiceSettings settings) implements ServiceEvent {
    @Override
    public List<String> subjects() {
      return subjectsOf(id, settings);
    }
  }

  /** The settings were replaced. */
  record ServiceChanged(ServiceId id, ServiceSettings settings) implements ServiceEvent {
    @Override
    public List<String> subjects() {
      return subjectsOf(id, settings);
    }
  }

  /** The service, and with it every release of it, is gone. */
  record ServiceDeleted(ServiceId id) implements ServiceEvent {}

  private static List<String> subjectsOf(ServiceId id, ServiceSettings settings) {
    return settings.instanceId() == null
        ? List.of(id.value())
        : List.of(id.value(), settings.instanceId().value());
  }
}
