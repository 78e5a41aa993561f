package io.weir.registry.instance;

import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.rest.Precondition;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.rest.Reasons;
import io.weir.rest.Violation;
import java.util.List;
import java.util.Optional;

/** Gives a dedicated instance new settings, in the VPC it was created in. */
public record ReplaceInstance(InstanceId id, InstanceSettings settings, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "replace-instance";
  }

  /**
   * Decides whether the settings may be replaced.
   *
   * @throws ProblemException 400 VALIDATION_FAILED if the settings name another VPC
   */
  @Override
  public Decision decide(GatewayImage image) {
    Instance current = image.instances().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    Optional<Refusal> stale = precondition.refuse(id.value(), current.revision().version());
    if (stale.isEmpty()) {
      staysIn(current.settings().vpcId());
    }
    return new Reasons()
        .add(stale)
        .add(InstanceRules.broken(image, id, settings))
        .decide(
            settings.equals(current.settings())
                ? List.of()
                : List.of(new InstanceChanged(id, settings)));
  }

  /** Its nodes stand where they stand: what would move is not the instance but its record. */
  private void staysIn(VpcId vpc) {
    if (!settings.vpcId().equals(vpc)) {
      var violation =
          Violation.field(
              "/vpcId", "must stay " + vpc + ": an instance lives in the VPC it was created in");
      throw new ProblemException(
          Problem.of(
              ProblemCode.VALIDATION_FAILED,
              violation.pointer() + " " + violation.detail(),
              List.of(violation)));
    }
  }
}
