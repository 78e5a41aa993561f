package io.weir.rest.dryrun;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ServiceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a change means beyond the object it is made to, by comparing the configuration before
 * with that after: whatever was changed, and however. What both share is not looked at.
 */
public final class Effects {
  private static final int MOST = 1_000;
  private static final Comparator<Effect> IN_ORDER =
      Comparator.comparing((Effect one) -> one.code())
          .thenComparing(one -> one.name())
          .thenComparing(one -> one.id());

  private Effects() {}

  /** The effects, those most urgent to know first, 1000 at most. */
  public static List<Effect> between(GatewayImage before, GatewayImage after) {
    List<Effect> found = new ArrayList<>();
    Set<ServiceId> touched = touched(before.services(), after.services());
    connections(before, after, touched, found);
    new LiveEffects(before, after, found)
        .find(touched, touched(before.upstreams(), after.upstreams()));
    return found.stream().sorted(IN_ORDER).limit(MOST).toList();
  }

  /** Only what moved to another VPC, or a link, changes the reachability of others. */
  private static void connections(
      GatewayImage before, GatewayImage after, Set<ServiceId> touched, List<Effect> found) {
    Set<ServiceId> concerned = touched;
    if (before.links() != after.links() || moved(before, after)) {
      concerned = new LinkedHashSet<>(before.services().keySet());
    }
    var was = new ApiConnections(before);
    var is = new ApiConnections(after);
    for (ServiceId id : concerned) {
      Service earlier = before.services().get(id);
      Service later = after.services().get(id);
      if (earlier != null && later != null) {
        found.addAll(was.of(earlier).until(is.of(later)));
      }
    }
  }

  private static boolean moved(GatewayImage before, GatewayImage after) {
    return touched(before.instances(), after.instances()).stream()
            .anyMatch(id -> moved(before.instances().get(id), after.instances().get(id)))
        || touched(before.upstreams(), after.upstreams()).stream()
            .anyMatch(id -> moved(before.upstreams().get(id), after.upstreams().get(id)));
  }

  private static boolean moved(@Nullable Instance was, @Nullable Instance is) {
    return was != null && is != null && !was.settings().vpcId().equals(is.settings().vpcId());
  }

  private static boolean moved(@Nullable Upstream was, @Nullable Upstream is) {
    return was != null && is != null && !was.settings().vpcId().equals(is.settings().vpcId());
  }

  /** What came, went or changed; equal maps share what is equal. */
  private static <K, T> Set<K> touched(Map<K, T> were, Map<K, T> are) {
    Set<K> touched = new LinkedHashSet<>();
    if (were != are) {
      are.forEach(
          (id, is) -> {
            if (were.get(id) != is) {
              touched.add(id);
            }
          });
      were.keySet().stream().filter(id -> !are.containsKey(id)).forEach(touched::add);
    }
    return touched;
  }
}
