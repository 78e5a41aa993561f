package io.weir.control.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
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
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets an environment answer with a release that exists already: a rollback, or a promotion.
 *
 * @param body names the release; as an environment is answered, with the caller's changes
 */
public record SwitchEnvironment(
    ServiceId serviceId, Environment environment, ObjectNode body, Precondition precondition)
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
    ReleaseId releaseId;
    try {
      releaseId = Fields.read(body, this::releaseId);
    } catch (InvalidContentException e) {
      return reasons.add(sharedInstance(service)).add(e).refuse();
    }
    return decide(image, service, environment, releaseId, reasons);
  }

  /**
   * Decides for the release that is named.
   *
   * @param reasons that stand against it already
   */
  static Decision decide(
      GatewayImage image,
      Service service,
      Environment environment,
      ReleaseId releaseId,
      Reasons reasons) {
    reasons.add(sharedInstance(service));
    service
        .release(releaseId)
        .ifPresentOrElse(
            release -> reasons.add(lostUpstreams(image, release)),
            () -> reasons.add(unknown(service, releaseId)));
    return reasons.decide(
        releaseId.equals(service.environments().get(environment))
            ? List.of()
            : List.of(new EnvironmentSwitched(service.id(), environment, releaseId)));
  }

  private ReleaseId releaseId(Fields fields) {
    fields
        .same("serviceId", serviceId.value())
        .same("environment", environment.value())
        .readOnly("released", "url");
    var release = fields.text("releaseId", ReleaseId::new).required();
    return fields.build(release);
  }

  private static Refusal unknown(Service service, ReleaseId releaseId) {
    return Refusal.at(
        "/releaseId",
        RefusalCode.UNKNOWN_RELEASE,
        "%s has no %s, or no longer keeps it".formatted(service.id(), releaseId),
        releaseId.value());
  }

  /** The service may have been moved after its last API and environment were gone. */
  private static Optional<Refusal> sharedInstance(Service service) {
    return service.settings().instanceId() != null
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalCode.SHARED_INSTANCE,
                "VPC upstreams need a dedicated instance, and %s is on the shared one"
                    .formatted(service.id()),
                service.id().value()));
  }

  /** A release that no environment points to does not keep its upstreams from being deleted. */
  private static List<Refusal> lostUpstreams(GatewayImage image, Release release) {
    List<Refusal> refusals = new ArrayList<>();
    for (ReleasedApi api : release.apis()) {
      UpstreamId upstream = api.definition().backEnd().upstreamId();
      if (!image.upstreams().containsKey(upstream)) {
        refusals.add(
            Refusal.at(
                "/releaseId",
                RefusalCode.UNKNOWN_UPSTREAM,
                "%s %s of %s uses %s, which is deleted"
                    .formatted(api.id(), api.definition().name(), release.id(), upstream),
                api.id().value(),
                upstream.value()));
      }
    }
    return refusals;
  }
}
