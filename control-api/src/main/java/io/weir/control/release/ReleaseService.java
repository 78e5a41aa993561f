package io.weir.control.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.control.service.Unreleasing;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes all drafts of a service, as they are, a release that an environment answers with.
 *
 * @param body names the environment and describes the release
 */
public record ReleaseService(
    ServiceId serviceId, ReleaseId id, ObjectNode body, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "release-service";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service service = image.services().get(serviceId);
    if (service == null) {
      return Reasons.notFound(serviceId);
    }
    Reasons reasons =
        new Reasons()
            .add(precondition.refuse(serviceId.value(), service.revision().version()))
            .add(nothingToRelease(service));
    try {
      ServiceReleased released = Fields.read(body, fields -> released(service, fields));
      return reasons.decide(released);
    } catch (InvalidContentException e) {
      return reasons.add(e).refuse();
    }
  }

  private ServiceReleased released(Service service, Fields fields) {
    var environment = fields.text("environment", Environment::of).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    List<ReleasedApi> apis = new ArrayList<>();
    for (Api api : service.apis().values()) {
      apis.add(new ReleasedApi(api.id(), api.definition()));
    }
    Release last = service.releases().isEmpty() ? null : service.releases().getLast();
    return fields.build(
        () ->
            Release.since(
                last,
                new ServiceReleased(serviceId, id, environment.get(), description.get(), apis)));
  }

  private Optional<Refusal> nothingToRelease(Service service) {
    if (!service.apis().isEmpty()) {
      return Optional.empty();
    }
    Map<Environment, ReleaseId> released = service.environments();
    List<String> related = new ArrayList<>(List.of(serviceId.value()));
    released.values().forEach(release -> related.add(release.value()));
    String none = serviceId + " has no APIs";
    return Optional.of(
        new Refusal(
            RefusalCode.NOTHING_TO_RELEASE,
            released.isEmpty()
                ? none
                : none
                    + "; to let what is released answer nothing, "
                    + released.keySet().stream()
                        .map(environment -> Unreleasing.call(serviceId, environment))
                        .collect(Collectors.joining(", ")),
            null,
            related.stream().distinct().toList()));
  }
}
