package io.weir.contracts.image;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All kinds of objects on their way from one image to the next. */
record Tables(
    Table<UpstreamId, Upstream> upstreams,
    Table<ServiceId, Service> services,
    Table<VpcId, Vpc> vpcs,
    Table<CcnId, Network> networks,
    Table<Link.Key, Link> links,
    Table<InstanceId, Instance> instances,
    Table<Domain, CustomDomain> domains,
    Table<KeyId, Key> keys,
    Table<LedgerKeyId, LedgerKey> ledgerKeys,
    List<DraftKey> touchedDrafts) {
  /** Names the draft of an API. */
  record DraftKey(ServiceId serviceId, ApiId apiId) {}

  /** Where nothing has changed yet. */
  static Tables of(GatewayImage base) {
    return new Tables(
        Table.of(base.upstreams()),
        Table.of(base.services()),
        Table.of(base.vpcs()),
        Table.of(base.networks()),
        Table.of(base.links()),
        Table.of(base.instances()),
        Table.of(base.domains()),
        Table.of(base.keys()),
        Table.of(base.ledgerKeys()),
        new ArrayList<>());
  }

  /** Where everything is new. */
  static Tables created(GatewayImage all) {
    Tables tables =
        new Tables(
            Table.created(all.upstreams()),
            Table.created(all.services()),
            Table.created(all.vpcs()),
            Table.created(all.networks()),
            Table.created(all.links()),
            Table.created(all.instances()),
            Table.created(all.domains()),
            Table.created(all.keys()),
            Table.created(all.ledgerKeys()),
            new ArrayList<>());
    all.services().values().forEach(tables::touchDrafts);
    return tables;
  }

  /** All drafts of a service came or went with it. */
  void touchDrafts(Service service) {
    service.apis().keySet().forEach(api -> touchedDrafts.add(new DraftKey(service.id(), api)));
  }

  /** The drafts of all services, which the services hold. */
  Changes<DraftKey, Api> drafts() {
    return new Changes<>() {
      @Override
      public List<DraftKey> touched() {
        return touchedDrafts;
      }

      @Override
      public @Nullable Api before(DraftKey key) {
        return draft(services.before(key.serviceId()), key);
      }

      @Override
      public @Nullable Api now(DraftKey key) {
        return draft(services.now(key.serviceId()), key);
      }
    };
  }

  private static @Nullable Api draft(@Nullable Service service, DraftKey key) {
    return service == null ? null : service.apis().get(key.apiId());
  }

  GatewayImage image(Provenance of, Lookup lookup) {
    return new GatewayImage(
        of,
        upstreams.now(),
        services.now(),
        vpcs.now(),
        networks.now(),
        links.now(),
        instances.now(),
        domains.now(),
        keys.now(),
        ledgerKeys.now(),
        lookup);
  }
}
