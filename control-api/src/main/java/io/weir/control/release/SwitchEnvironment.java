package io.weir.control.release;

import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets an environment answer with a release that exists already: a rollback, or a promotion. */
public record SwitchEnvironment(
    ServiceId serviceId, Environment environment, ReleaseId releaseId, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "switch-environment";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service service = image.services().get(serviceId);
    if (service == null) {
      return Reasons.notFound(serviceId);
    }
    Reasons reasons =
        new Reasons().add(precondition.refuse(serviceId.value(), service.revision().version()));
    Optional<Release> release = service.release(releaseId);
    if (release.isEmpty()) {
      return reasons.add(unknownRelease()).decide(List.of());
    }
    reasons.add(sharedInstance(service)).add(lostUpstreams(image, release.get()));
    return reasons.decide(
        releaseId.equals(service.environments().get(environment))
            ? List.of()
            : List.of(new EnvironmentSwitched(serviceId, environment, releaseId)));
  }

  private Refusal unknownRelease() {
    return Refusal.at(
        "/releaseId",
        RefusalCode.UNKNOWN_RELEASE,
        "%s has no %s, or no longer keeps it".formatted(serviceId, releaseId),
        releaseId.value());
  }

  /** The service may have been moved after its last API and environment were gone. */
  private Optional<Refusal> sharedInstance(Service service) {
    return service.settings().instanceId() != null
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalCode.SHARED_INSTANCE,
                "VPC upstreams need a dedicated instance, and %s is on the shared one"
                    .formatted(serviceId),
                serviceId.value()));
  }

  /** A release that no environment points to does not keep its upstreams from being deleted. */
  private List<Refusal> lostUpstreams(GatewayImage image, Release release) {
    List<Refusal> refusals = new ArrayList<>();
    for (ReleasedApi api : release.apis()) {
      UpstreamId upstream = api.definition().backEnd().upstreamId();
      if (!image.upstreams().containsKey(upstream)) {
        refusals.add(
            Refusal.at(
                "/releaseId",
                RefusalCode.UNKNOWN_UPSTREAM,
                "%s %s of %s uses %s, which is deleted"
                    .formatted(api.id(), api.definition().name(), releaseId, upstream),
                api.id().value(),
                upstream.value()));
      }
    }
    return refusals;
  }
}
