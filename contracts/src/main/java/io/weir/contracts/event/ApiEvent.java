package io.weir.contracts.event;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import java.util.List;

/** What happens to the draft of an API; clients see it after the next release. */
public sealed interface ApiEvent extends GatewayEvent {
  /** The API. */
  ApiId id();

  /** The service it belongs to. */
  ServiceId serviceId();

  @Override
  default String stream() {
    return "api/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value(), serviceId().value());
  }

  /** An API came to be. */
  record ApiCreated(ApiId id, ServiceId serviceId, ApiDefinition definition) implements ApiEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), serviceId.value(), definition.backEnd().upstreamId().value());
    }
  }

  /** The definition was replaced. */
  record ApiChanged(ApiId id, ServiceId serviceId, ApiDefinition definition) implements ApiEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), serviceId.value(), definition.backEnd().upstreamId().value());
    }
  }

  /** The draft is gone; releases that hold the API still answer. */
  record ApiDeleted(ApiId id, ServiceId serviceId) implements ApiEvent {}
}
