package io.weir.contracts.image;

import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.event.KeyEvent.KeyExpired;
import io.weir.contracts.event.KeyEvent.KeyRevoked;
import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.event.LedgerKeyEvent;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The step from one image to the next: replays events in order, remembers which objects they
 * touched, and makes the new image. One thread, one use. The fold is assignment, never arithmetic,
 * so that a snapshot's events, which leave out what was superseded, give the same image.
 */
public final class GatewayDelta {
  private final GatewayImage base;
  private final Tables tables;
  private final Table<UpstreamId, Upstream> upstreams;
  private final Table<ServiceId, Service> services;
  private final Table<VpcId, Vpc> vpcs;
  private final Table<CcnId, Network> networks;
  private final Table<Link.Key, Link> links;
  private final Table<InstanceId, Instance> instances;
  private final Table<Domain, CustomDomain> domains;
  private final Table<KeyId, Key> keys;
  private final Table<LedgerKeyId, LedgerKey> ledgerKeys;
  private Provenance provenance;
  private @Nullable GatewayImage applied;

  public GatewayDelta(GatewayImage base) {
    this.base = base;
    tables = Tables.of(base);
    upstreams = tables.upstreams();
    services = tables.services();
    vpcs = tables.vpcs();
    networks = tables.networks();
    links = tables.links();
    instances = tables.instances();
    domains = tables.domains();
    keys = tables.keys();
    ledgerKeys = tables.ledgerKeys();
    provenance = base.provenance();
  }

  /**
   * Applies the next event of the ledger; the caller has checked that it is next.
   *
   * @throws FoldException if it changes something that does not exist, or creates what does
   */
  public void replay(Recorded recorded, GatewayEvent event) {
    var envelope = recorded.envelope();
    replay(new Revision(envelope.version(), envelope.position(), envelope.recordedAt()), event);
    provenance = Provenance.of(recorded);
  }

  /**
   * Applies an event of a snapshot, which stands for all that led to it.
   *
   * @throws FoldException if it changes something that does not exist, or creates what does
   */
  public void replay(Revision revision, GatewayEvent event) {
    applied = null;
    switch (event) {
      case UpstreamEvent upstream -> replay(revision, upstream);
      case ServiceEvent service -> replay(revision, service);
      case ReleaseEvent release -> replay(revision, release);
      case ApiEvent api -> replay(revision, api);
      case VpcEvent vpc -> replay(revision, vpc);
      case NetworkEvent network -> replay(revision, network);
      case InstanceEvent instance -> replay(revision, instance);
      case DomainEvent domain -> replay(revision, domain);
      case KeyEvent key -> replay(revision, key);
      case LedgerKeyEvent key -> replay(revision, key);
    }
  }

  private void replay(Revision revision, UpstreamEvent event) {
    switch (event) {
      case UpstreamCreated(var id, var settings, var nodes) ->
          upstreams.create(id, new Upstream(id, settings, nodes, revision));
      case UpstreamSettingsChanged(var id, var settings) ->
          upstreams.change(id, old -> new Upstream(id, settings, old.nodes(), revision));
      case UpstreamNodesChanged(var id, var nodes) ->
          upstreams.change(id, old -> new Upstream(id, old.settings(), nodes, revision));
      case UpstreamDeleted(var id) -> upstreams.delete(id);
    }
  }

  private void replay(Revision revision, ServiceEvent event) {
    switch (event) {
      case ServiceCreated(var id, var settings) ->
          services.create(id, Service.created(id, settings, revision));
      case ServiceChanged(var id, var settings) ->
          services.change(id, old -> old.with(settings, revision));
      case ServiceDeleted(var id) -> {
        tables.touchDrafts(Table.known(services.now(), id));
        services.delete(id);
      }
    }
  }

  private void replay(Revision revision, ReleaseEvent event) {
    services.change(
        event.serviceId(),
        old ->
            switch (event) {
              case ServiceReleased released -> old.with(released, revision);
              case EnvironmentSwitched(var _, var environment, var release) ->
                  old.with(old.environments().plus(environment, release), revision);
              case EnvironmentUnreleased(var _, var environment) ->
                  old.with(Table.without(old.environments(), environment), revision);
            });
  }

  private void replay(Revision revision, ApiEvent event) {
    ServiceId serviceId = event.serviceId();
    tables.touchedDrafts().add(new Tables.DraftKey(serviceId, event.id()));
    services.change(
        serviceId,
        old ->
            switch (event) {
              case ApiCreated(var id, var _, var definition) ->
                  old.with(
                      Table.with(old.apis(), id, new Api(id, serviceId, definition, revision)));
              case ApiChanged(var id, var _, var definition) -> {
                Api draft = Table.known(old.apis(), id);
                ApiDefinition changed = definition.like(draft.definition());
                yield old.with(
                    old.apis()
                        .plus(
                            draft.id(), new Api(draft.id(), draft.serviceId(), changed, revision)));
              }
              case ApiDeleted(var id, var _) -> old.with(Table.without(old.apis(), id));
            });
  }

  private void replay(Revision revision, VpcEvent event) {
    switch (event) {
      case VpcCreated(var id, var settings) -> vpcs.create(id, new Vpc(id, settings, revision));
      case VpcChanged(var id, var settings) ->
          vpcs.change(id, _ -> new Vpc(id, settings, revision));
      case VpcDeleted(var id) -> {
        vpcs.delete(id);
        for (Link.Key link : links.now().keySet()) {
          if (link.vpcId().equals(id)) {
            links.delete(link);
          }
        }
      }
    }
  }

  private void replay(Revision revision, NetworkEvent event) {
    switch (event) {
      case NetworkCreated(var id, var settings) ->
          networks.create(id, new Network(id, settings, revision));
      case NetworkChanged(var id, var settings) ->
          networks.change(id, _ -> new Network(id, settings, revision));
      case NetworkDeleted(var id) -> networks.delete(id);
      case LinkAttached(var id, var vpcId) -> link(new Link.Key(id, vpcId), true, revision);
      case LinkDetached(var id, var vpcId) -> link(new Link.Key(id, vpcId), false, revision);
    }
  }

  private void link(Link.Key key, boolean attached, Revision revision) {
    links.put(key, new Link(key, attached, revision));
  }

  private void replay(Revision revision, InstanceEvent event) {
    switch (event) {
      case InstanceCreated(var id, var settings) ->
          instances.create(id, new Instance(id, settings, revision));
      case InstanceChanged(var id, var settings) ->
          instances.change(id, _ -> new Instance(id, settings, revision));
      case InstanceDeleted(var id) -> instances.delete(id);
    }
  }

  private void replay(Revision revision, DomainEvent event) {
    switch (event) {
      case DomainBound(var domain, var settings) ->
          domains.create(domain, new CustomDomain(domain, settings, revision));
      case DomainChanged(var domain, var settings) ->
          domains.change(domain, _ -> new CustomDomain(domain, settings, revision));
      case DomainUnbound(var domain) -> domains.delete(domain);
    }
  }

  private void replay(Revision revision, LedgerKeyEvent event) {
    switch (event) {
      case LedgerKeyCreated(var id, var publicKey) ->
          ledgerKeys.create(id, new LedgerKey(id, publicKey, revision, null));
      case LedgerKeyRetired(var id) ->
          ledgerKeys.change(id, old -> new LedgerKey(id, old.publicKey(), old.created(), revision));
    }
  }

  private void replay(Revision revision, KeyEvent event) {
    switch (event) {
      case KeyCreated(var id, var settings) ->
          keys.create(id, new Key(id, settings, false, false, revision));
      case KeyUsed(var id) ->
          keys.change(id, old -> new Key(id, old.settings(), true, old.expired(), revision));
      case KeyExpired(var id) ->
          keys.change(id, old -> new Key(id, old.settings(), old.used(), true, revision));
      case KeyRevoked(var id) -> keys.delete(id);
    }
  }

  /** The image after all events replayed so far. */
  public GatewayImage apply() {
    GatewayImage image = applied;
    if (image == null) {
      image = apply(provenance);
      applied = image;
    }
    return image;
  }

  /** The image after all events of a snapshot, which says itself what history it is of. */
  GatewayImage apply(Provenance of) {
    return tables.image(of, new Lookup(base, tables));
  }

  /** The image this step started from. */
  public GatewayImage base() {
    return base;
  }

  /** Upstreams created, changed or deleted. */
  public Set<UpstreamId> touchedUpstreams() {
    return upstreams.touched();
  }

  /** Services created, changed, released or deleted, or with an API that was. */
  public Set<ServiceId> touchedServices() {
    return services.touched();
  }

  /** VPCs created, changed or deleted. */
  public Set<VpcId> touchedVpcs() {
    return vpcs.touched();
  }

  /** Cloud Connect Networks created, changed or deleted. */
  public Set<CcnId> touchedNetworks() {
    return networks.touched();
  }

  /** Links attached, detached or forgotten: any reachability may have changed if there is one. */
  public Set<Link.Key> touchedLinks() {
    return links.touched();
  }

  /** Instances created, changed or deleted. */
  public Set<InstanceId> touchedInstances() {
    return instances.touched();
  }

  /** Custom domains bound, changed or unbound. */
  public Set<Domain> touchedDomains() {
    return domains.touched();
  }

  /** API keys made, used for the first time, expired or revoked. */
  public Set<KeyId> touchedKeys() {
    return keys.touched();
  }

  /**
   * What the new image has wrong, given that the base was right: looks at the touched objects and
   * at those that refer to what was deleted. Names that must differ across services, upstreams and
   * so on are compared by {@link GatewayImage#check()} alone: no reader depends on them.
   */
  public List<Inconsistency> check() {
    return new Consistency(apply()).after(tables);
  }
}
