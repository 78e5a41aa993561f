package io.weir.control.release;

import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.ArrayList;
import java.util.List;

/** Makes all drafts of a service, as they are, a release that an environment answers with. */
public record ReleaseService(
    ServiceId serviceId,
    ReleaseId id,
    Environment environment,
    Description description,
    Precondition precondition)
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
        new Reasons().add(precondition.refuse(serviceId.value(), service.revision().version()));
    if (service.apis().isEmpty()) {
      reasons.add(
          Refusal.of(
              RefusalCode.NOTHING_TO_RELEASE, serviceId + " has no APIs", serviceId.value()));
    }
    List<ReleasedApi> apis = new ArrayList<>();
    for (Api api : service.apis().values()) {
      apis.add(new ReleasedApi(api.id(), api.definition()));
    }
    return reasons.decide(
        List.of(new ServiceReleased(serviceId, id, environment, description, apis)));
  }
}
