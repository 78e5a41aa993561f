package io.weir.ledger.key;

import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Decision;
import io.weir.ledger.KeepsSecret;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Reasons;
import io.weir.ledger.command.Rules;

/** Makes an API key: each name once, and what its scope names is there. */
public record CreateKey(KeyId id, KeySettings settings, Hash secretHash) implements KeepsSecret {
  @Override
  public String name() {
    return "create-key";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Reasons reasons = new Reasons();
    KeyId holder = image.keyNamed(settings.name());
    if (holder != null) {
      reasons.add(Rules.nameTaken(settings.name(), holder));
    }
    for (String named : settings.scope().ids()) {
      if (!exists(image, named)) {
        reasons.add(
            Refusal.at("/scope", RefusalCode.VALIDATION_FAILED, "there is no " + named, named));
      }
    }
    return reasons.decide(new KeyCreated(id, settings));
  }

  private static boolean exists(GatewayImage image, String named) {
    if (named.startsWith("vpc-")) {
      return image.vpcs().containsKey(new VpcId(named));
    }
    return named.startsWith("instance-")
        ? image.instances().containsKey(new InstanceId(named))
        : image.services().containsKey(new ServiceId(named));
  }
}
