package io.weir.registry.instance;

import io.weir.contracts.content.InstanceContent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Kind;
import java.util.List;

/**
 * Dedicated instances: each name once; in the VPC it was created in, because its replicas stand
 * where they stand; deleted when no service is on one.
 */
public final class InstanceKind {
  /** The kind. */
  public static final Kind<InstanceId, Instance, InstanceSettings> INSTANCE =
      Kind.of("instance", GatewayImage::instances, Instance::settings, Instance::revision)
          .uniqueName(InstanceSettings::name, GatewayImage::instanceNamed)
          .refersTo("/vpcId", RefusalCode.UNKNOWN_VPC, InstanceSettings::vpcId, GatewayImage::vpcs)
          .stays(
              "/vpcId", InstanceSettings::vpcId, "an instance lives in the VPC it was created in")
          .heldBy("is used by", InstanceKind::services)
          .shows("serviceCount", (image, instance) -> image.servicesOn(instance.id()).size())
          .named(InstanceId::new, InstanceId::random)
          .made(
              InstanceContent::read,
              InstanceCreated::new,
              InstanceChanged::new,
              InstanceDeleted::new);

  private InstanceKind() {}

  private static List<String> services(GatewayImage image, Instance instance) {
    return image.servicesOn(instance.id()).stream().map(ServiceId::value).toList();
  }
}
