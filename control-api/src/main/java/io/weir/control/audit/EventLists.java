package io.weir.control.audit;

import io.weir.rest.history.Events;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/events}: what happened, newest first. */
@Path("/v1/events")
public class EventLists extends ListResource {
  EventLists(Lists lists) {
    super(lists, Events.all());
  }
}
