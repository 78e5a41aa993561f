package io.weir.control.upstream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An upstream as clients see it.
 *
 * @param version its entity tag
 * @param position of the event that gave it its present value
 * @param associatedApis how many APIs use it
 */
public record UpstreamView(
    UpstreamId id,
    @JsonUnwrapped UpstreamSettings settings,
    List<NodeView> nodes,
    long version,
    long position,
    String changedAt,
    int associatedApis) {
  /** As it was written. */
  static UpstreamView of(GatewayImage image, Upstream upstream) {
    return of(image, upstream, node -> null);
  }

  /** With what is found of its nodes. */
  static UpstreamView of(
      GatewayImage image, Upstream upstream, Function<Node, @Nullable Health> health) {
    return new UpstreamView(
        upstream.id(),
        upstream.settings(),
        upstream.nodes().list().stream()
            .map(node -> NodeView.of(node, health.apply(node)))
            .toList(),
        upstream.revision().version(),
        upstream.revision().position(),
        upstream.revision().at().toString(),
        image.associatedApis(upstream.id()).size());
  }
}
