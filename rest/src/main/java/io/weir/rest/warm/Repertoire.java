package io.weir.rest.warm;

import io.weir.contracts.image.GatewayImage;
import java.util.List;

/** What a service rehearses: the requests that most clients begin with. */
@FunctionalInterface
public interface Repertoire {
  /** The requests, made for the configuration as it is; another time they may differ. */
  List<Rehearsed> requests(GatewayImage image);
}
