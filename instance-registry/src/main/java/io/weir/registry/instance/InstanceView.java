package io.weir.registry.instance;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;

/**
 * A dedicated instance as clients see it.
 *
 * @param version its entity tag, which services do not advance
 * @param position of the event that gave it its present settings
 * @param services how many are on it
 */
public record InstanceView(
    InstanceId id,
    Name name,
    Description description,
    VpcId vpcId,
    long version,
    long position,
    String changedAt,
    long services) {
  static InstanceView of(GatewayImage image, Instance instance) {
    var settings = instance.settings();
    return new InstanceView(
        instance.id(),
        settings.name(),
        settings.description(),
        settings.vpcId(),
        instance.revision().version(),
        instance.revision().position(),
        instance.revision().at().toString(),
        services(image, instance.id()));
  }

  private static long services(GatewayImage image, InstanceId id) {
    return image.services().values().stream()
        .filter(service -> id.equals(service.settings().instanceId()))
        .count();
  }
}
