package io.weir.control.upstream;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
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
    @Nullable Name name,
    VpcId vpcId,
    Description description,
    Algorithm algorithm,
    Protocol protocol,
    @Nullable HostHeader hostHeader,
    Nodes nodes,
    Retries retries,
    long version,
    long position,
    String changedAt,
    int associatedApis) {
  static UpstreamView of(GatewayImage image, Upstream upstream) {
    var settings = upstream.settings();
    return new UpstreamView(
        upstream.id(),
        settings.name(),
        settings.vpcId(),
        settings.description(),
        settings.algorithm(),
        settings.protocol(),
        settings.hostHeader(),
        upstream.nodes(),
        settings.retries(),
        upstream.revision().version(),
        upstream.revision().position(),
        upstream.revision().at().toString(),
        image.associatedApis(upstream.id()).size());
  }
}
