package io.weir.control.upstream;

import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.image.AssociatedApi;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deletes an upstream that no API uses, neither as a draft nor in what an environment answers with.
 */
public record DeleteUpstream(UpstreamId id, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "delete-upstream";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Upstream current = image.upstreams().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(inUse(image))
        .decide(new UpstreamDeleted(id));
  }

  private Optional<Refusal> inUse(GatewayImage image) {
    List<AssociatedApi> users = image.associatedApis(id);
    if (users.isEmpty()) {
      return Optional.empty();
    }
    String all = users.stream().map(DeleteUpstream::describe).collect(Collectors.joining(", "));
    String[] ids = users.stream().map(api -> api.apiId().value()).toArray(String[]::new);
    return Optional.of(Refusal.of(RefusalCode.IN_USE, id + " is used by " + all, ids));
  }

  private static String describe(AssociatedApi api) {
    String where =
        api.environments().stream()
            .sorted()
            .map(Environment::value)
            .collect(Collectors.joining(", "));
    String released = where.isEmpty() ? "" : "released in " + where;
    String draft = api.drafted() ? "draft" : "";
    String both = draft.isEmpty() || released.isEmpty() ? "" : "; ";
    return "%s %s of %s (%s%s%s)"
        .formatted(api.apiId(), api.name(), api.serviceId(), draft, both, released);
  }
}
