package io.weir.control.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.weir.contracts.diff.PutBack;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets an environment answer again with what it answered with before an event, or nothing. Refused
 * if it answers with a third release by now.
 *
 * @param before the release before the event; null if it was not released
 * @param after the release with the event; null if the event ended it
 */
public record RevertEnvironment(
    ServiceId serviceId,
    Environment environment,
    @Nullable ReleaseId before,
    @Nullable ReleaseId after,
    Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "revert-environment";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service service = image.services().get(serviceId);
    if (service == null) {
      return Reasons.notFound(serviceId);
    }
    ReleaseId now = service.environments().get(environment);
    Reasons reasons =
        new Reasons().add(precondition.refuse(serviceId.value(), service.revision().version()));
    if (Objects.equals(now, before)) {
      return reasons.decide(List.of());
    }
    if (!Objects.equals(now, after)) {
      return reasons
          .add(
              Reasons.changedSince(
                  serviceId.value(),
                  new PutBack.Conflict(
                      "/environments/" + environment.value() + "/releaseId",
                      text(before),
                      text(after),
                      text(now))))
          .refuse();
    }
    return before == null
        ? new UnreleaseEnvironment(serviceId, environment, precondition).decide(image)
        : SwitchEnvironment.decide(image, service, environment, before, reasons);
  }

  private static @Nullable JsonNode text(@Nullable ReleaseId release) {
    return release == null ? null : TextNode.valueOf(release.value());
  }
}
