package io.weir.contracts.image;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The whole configuration at one position of the ledger. Immutable; two images of the same history
 * are equal. A {@link GatewayDelta} makes the next one, sharing all that did not change.
 */
public record GatewayImage(
    Provenance provenance,
    TreePMap<UpstreamId, Upstream> upstreams,
    TreePMap<ServiceId, Service> services,
    TreePMap<VpcId, Vpc> vpcs,
    TreePMap<CcnId, Network> networks,
    TreePMap<Link.Key, Link> links,
    TreePMap<InstanceId, Instance> instances,
    TreePMap<Domain, CustomDomain> domains) {

  /** The image before the first event of a ledger. */
  public static GatewayImage genesis(UUID ledgerId) {
    return new GatewayImage(
        Provenance.genesis(ledgerId),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty());
  }

  /** The position of the last event in it. */
  public long position() {
    return provenance.position();
  }

  /** The draft of an API, or null. */
  public @Nullable Api api(ServiceId serviceId, ApiId apiId) {
    Service service = services.get(serviceId);
    return service == null ? null : service.apis().get(apiId);
  }

  /** The link between a network and a VPC, attached or remembered as detached, or null. */
  public @Nullable Link link(CcnId networkId, VpcId vpcId) {
    return links.get(new Link.Key(networkId, vpcId));
  }

  /**
   * All APIs that use an upstream, as a draft or in what an environment answers with; by service
   * and API id.
   */
  public List<AssociatedApi> associatedApis(UpstreamId upstreamId) {
    return AssociatedApi.find(services.values(), upstreamId);
  }

  /**
   * Everything in this image that refers to something missing or contradicts something else; empty
   * is right.
   */
  public List<Inconsistency> check() {
    return new Consistency(this).all();
  }

  /** The custom domains that lead to a service, in alphabetical order. */
  public List<CustomDomain> domainsOf(ServiceId serviceId) {
    return domains.values().stream()
        .filter(domain -> domain.settings().serviceId().equals(serviceId))
        .toList();
  }

  /** Whether an environment of a service answers. */
  public boolean isReleased(ServiceId serviceId, Environment environment) {
    Service service = services.get(serviceId);
    return service != null && service.environments().containsKey(environment);
  }
}
