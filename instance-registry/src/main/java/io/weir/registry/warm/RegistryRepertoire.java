package io.weir.registry.warm;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.VpcId;
import io.weir.rest.warm.Rehearsed;
import io.weir.rest.warm.Repertoire;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the console opens with, and what is made first. */
@ApplicationScoped
class RegistryRepertoire implements Repertoire {
  @Override
  public List<Rehearsed> requests(GatewayImage image) {
    // where there is none, it is refused, which is an answer too
    VpcId vpc = image.vpcs().isEmpty() ? VpcId.random() : image.vpcs().firstKey();
    String unique = VpcId.random().value().replace('-', '_');
    return List.of(
        Rehearsed.read("/v1/vpcs/" + vpc),
        Rehearsed.creation("/v1/vpcs", "{\"name\":\"%s\"}".formatted(unique)),
        Rehearsed.creation(
            "/v1/instances", "{\"name\":\"%s\",\"vpcId\":\"%s\"}".formatted(unique, vpc)),
        Rehearsed.list("/v1/vpcs?limit=20"),
        Rehearsed.list("/v1/cloud-connect-networks?limit=20"),
        Rehearsed.list("/v1/instances?limit=20"),
        Rehearsed.list("/v1/replicas?limit=20"));
  }
}
