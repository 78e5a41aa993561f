package io.weir.contracts.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How what is never written any more is read: a line for each retired type, oldest first. */
final class Upcasters {
  static final List<Upcaster> ALL =
      List.of(
          // services kept 50 releases before the events said how many
          new Upcaster(
              "service.released.v1",
              "service.released.v2",
              released -> released.put("releasesKept", 50)),
          // releases said all their APIs before they said what had changed
          new Upcaster("service.released.v2", "service.released.v3", Upcasters::whole));

  private Upcasters() {}

  private static ObjectNode whole(ObjectNode released) {
    released.put("apiCount", released.path("apis").size());
    released.putArray("removedApis");
    return released;
  }
}
