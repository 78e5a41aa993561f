package io.weir.contracts.image;

import io.weir.contracts.image.Indexes.InService;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The whole configuration at one position of the ledger. Immutable; two images of the same history
 * are equal. A {@link GatewayDelta} makes the next one, sharing all that did not change.
 *
 * <p>What is found by a name or by what it refers to costs what it returns, however much there is
 * else: the first question makes the indexes, and later images keep them.
 *
 * @param lookup derived from all others
 */
public record GatewayImage(
    Provenance provenance,
    TreePMap<UpstreamId, Upstream> upstreams,
    TreePMap<ServiceId, Service> services,
    TreePMap<VpcId, Vpc> vpcs,
    TreePMap<CcnId, Network> networks,
    TreePMap<Link.Key, Link> links,
    TreePMap<InstanceId, Instance> instances,
    TreePMap<Domain, CustomDomain> domains,
    TreePMap<KeyId, Key> keys,
    TreePMap<LedgerKeyId, LedgerKey> ledgerKeys,
    Lookup lookup) {

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
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        new Lookup());
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

  /** Whether an environment of a service answers. */
  public boolean isReleased(ServiceId serviceId, Environment environment) {
    Service service = services.get(serviceId);
    return service != null && service.environments().containsKey(environment);
  }

  /** The upstream with this name, or null. */
  public @Nullable UpstreamId upstreamNamed(Name name) {
    return indexes().upstreamNames().first(name);
  }

  /** The service with this name, or null. */
  public @Nullable ServiceId serviceNamed(Name name) {
    return indexes().serviceNames().first(name);
  }

  /** The VPC with this name, or null. */
  public @Nullable VpcId vpcNamed(Name name) {
    return indexes().vpcNames().first(name);
  }

  /** The Cloud Connect Network with this name, or null. */
  public @Nullable CcnId networkNamed(Name name) {
    return indexes().networkNames().first(name);
  }

  /** The dedicated instance with this name, or null. */
  public @Nullable InstanceId instanceNamed(Name name) {
    return indexes().instanceNames().first(name);
  }

  /** The API key with this name, or null. */
  public @Nullable KeyId keyNamed(Name name) {
    return indexes().keyNames().first(name);
  }

  /** The API of a service whose draft has this name, or null. */
  public @Nullable ApiId apiNamed(ServiceId serviceId, Name name) {
    return indexes().draftNames().first(new InService<>(serviceId, name));
  }

  /** The APIs of a service whose drafts answer the same requests; more than one in old ledgers. */
  public SortedSet<ApiId> apisAt(ServiceId serviceId, FrontEnd frontEnd) {
    return indexes().draftFrontEnds().at(new InService<>(serviceId, frontEnd.requests()));
  }

  /** The upstreams in a VPC. */
  public SortedSet<UpstreamId> upstreamsIn(VpcId vpcId) {
    return indexes().upstreamsByVpc().at(vpcId);
  }

  /** The dedicated instances in a VPC. */
  public SortedSet<InstanceId> instancesIn(VpcId vpcId) {
    return indexes().instancesByVpc().at(vpcId);
  }

  /** The links of a VPC, attached or remembered as detached, by their networks' ids. */
  public List<Link> linksOf(VpcId vpcId) {
    return all(links, indexes().linksByVpc().at(vpcId));
  }

  /** The links of a network, attached or remembered as detached, by their VPCs' ids. */
  public List<Link> linksOf(CcnId networkId) {
    return all(links, indexes().linksByNetwork().at(networkId));
  }

  /** The services on a dedicated instance. */
  public SortedSet<ServiceId> servicesOn(InstanceId instanceId) {
    return indexes().servicesByInstance().at(instanceId);
  }

  /** The custom domains that lead to a service, in alphabetical order. */
  public List<CustomDomain> domainsOf(ServiceId serviceId) {
    return all(domains, indexes().domainsByService().at(serviceId));
  }

  /**
   * All APIs that use an upstream, as a draft or in what an environment answers with; by service
   * and API id.
   */
  public List<AssociatedApi> associatedApis(UpstreamId upstreamId) {
    return AssociatedApi.of(indexes().uses().at(upstreamId));
  }

  private static <K, V> List<V> all(TreePMap<K, V> table, Collection<K> ids) {
    return ids.stream().map(id -> Table.known(table, id)).toList();
  }

  /**
   * Everything in this image that refers to something missing or contradicts something else; empty
   * is right.
   */
  public List<Inconsistency> check() {
    return new Consistency(this).all();
  }

  Indexes indexes() {
    return lookup.of(this);
  }
}
