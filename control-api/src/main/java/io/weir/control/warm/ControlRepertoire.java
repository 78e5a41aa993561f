package io.weir.control.warm;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import io.weir.rest.warm.Rehearsed;
import io.weir.rest.warm.Repertoire;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the console opens with, and what is made first. */
@ApplicationScoped
class ControlRepertoire implements Repertoire {
  @Override
  public List<Rehearsed> requests(GatewayImage image) {
    // where there is none, it is refused, which is an answer too
    VpcId vpc = image.vpcs().isEmpty() ? VpcId.random() : image.vpcs().firstKey();
    UpstreamId upstream =
        image.upstreams().isEmpty() ? UpstreamId.random() : image.upstreams().firstKey();
    return List.of(
        Rehearsed.read("/v1/upstreams/" + upstream),
        Rehearsed.creation("/v1/services", "{\"name\":\"%s\"}".formatted(unique())),
        Rehearsed.creation(
            "/v1/upstreams",
            """
            {"name":"%s","vpcId":"%s","protocol":"HTTP","nodes":[{"address":"10.0.0.1","port":8080,"weight":1}]}\
            """
                .formatted(unique(), vpc)),
        Rehearsed.list("/v1/overview"),
        Rehearsed.list("/v1/upstreams?limit=20"),
        Rehearsed.list("/v1/services?limit=20"),
        Rehearsed.list("/v1/apis?limit=20"),
        Rehearsed.list("/v1/events?limit=20"),
        Rehearsed.list("/v1/search?q=a"));
  }

  /** A name that nobody has. */
  private static String unique() {
    return VpcId.random().value().replace('-', '_');
  }
}
