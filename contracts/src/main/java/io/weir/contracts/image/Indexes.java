package io.weir.contracts.image;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the objects of an image are found by, besides their ids. */
record Indexes(
    Index<Name, UpstreamId> upstreamNames,
    Index<Name, ServiceId> serviceNames,
    Index<Name, VpcId> vpcNames,
    Index<Name, CcnId> networkNames,
    Index<Name, InstanceId> instanceNames,
    Index<Name, KeyId> keyNames,
    Index<InService<Name>, ApiId> draftNames,
    Index<InService<String>, ApiId> draftFrontEnds,
    Index<VpcId, UpstreamId> upstreamsByVpc,
    Index<VpcId, InstanceId> instancesByVpc,
    Index<VpcId, Link.Key> linksByVpc,
    Index<CcnId, Link.Key> linksByNetwork,
    Index<InstanceId, ServiceId> servicesByInstance,
    Index<ServiceId, Domain> domainsByService,
    Index<UpstreamId, Use> uses) {
  static final Indexes EMPTY =
      new Indexes(
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty(),
          Index.empty());

  /** What only one of a service's APIs can be found by. */
  record InService<T>(ServiceId serviceId, T key) {}

  private record UseOf(UpstreamId upstreamId, Use use) {}

  /** The indexes after the objects changed. */
  Indexes follow(Tables to) {
    return new Indexes(
        upstreamNames.follow(to.upstreams(), u -> u.settings().name(), Upstream::id),
        serviceNames.follow(to.services(), s -> s.settings().name(), Service::id),
        vpcNames.follow(to.vpcs(), v -> v.settings().name(), Vpc::id),
        networkNames.follow(to.networks(), n -> n.settings().name(), Network::id),
        instanceNames.follow(to.instances(), i -> i.settings().name(), Instance::id),
        keyNames.follow(to.keys(), k -> k.settings().name(), Key::id),
        draftNames.follow(
            to.drafts(), a -> new InService<>(a.serviceId(), a.definition().name()), Api::id),
        draftFrontEnds.follow(
            to.drafts(),
            a -> new InService<>(a.serviceId(), a.definition().frontEnd().requests()),
            Api::id),
        upstreamsByVpc.follow(to.upstreams(), u -> u.settings().vpcId(), Upstream::id),
        instancesByVpc.follow(to.instances(), i -> i.settings().vpcId(), Instance::id),
        linksByVpc.follow(to.links(), l -> l.key().vpcId(), Link::key),
        linksByNetwork.follow(to.links(), l -> l.key().networkId(), Link::key),
        servicesByInstance.follow(to.services(), s -> s.settings().instanceId(), Service::id),
        domainsByService.follow(to.domains(), d -> d.settings().serviceId(), CustomDomain::domain),
        released(
            uses.follow(to.drafts(), a -> a.definition().backEnd().upstreamId(), Use::of),
            to.services()));
  }

  /** What environments answer with changes as a whole; most of it is as it was before. */
  private static Index<UpstreamId, Use> released(
      Index<UpstreamId, Use> uses, Changes<ServiceId, Service> services) {
    Index<UpstreamId, Use> next = uses;
    for (ServiceId id : services.touched()) {
      for (Environment environment : Environment.values()) {
        List<ReleasedChange> changes =
            ReleasedChange.between(services.before(id), services.now(id), environment);
        for (ReleasedChange change : changes) {
          UseOf was = useOf(id, environment, change.was());
          UseOf is = useOf(id, environment, change.is());
          if (!Objects.equals(was, is)) {
            next = was == null ? next : next.minus(was.upstreamId, was.use);
            next = is == null ? next : next.plus(is.upstreamId, is.use);
          }
        }
      }
    }
    return next;
  }

  private static @Nullable UseOf useOf(
      ServiceId id, Environment environment, @Nullable ReleasedApi api) {
    return api == null
        ? null
        : new UseOf(
            api.definition().backEnd().upstreamId(),
            new Use(id, api.id(), environment, api.definition().name()));
  }
}
