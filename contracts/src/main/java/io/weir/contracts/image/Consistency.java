package io.weir.contracts.image;

import io.weir.contracts.image.Indexes.InService;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules every image keeps, whoever wrote its events. */
final class Consistency {
  /** Of so many APIs each is compared with all others; of more, all with all at once. */
  private static final int FEW = 8;

  private final GatewayImage image;
  private final Set<Inconsistency> found = new LinkedHashSet<>();

  Consistency(GatewayImage image) {
    this.image = image;
  }

  List<Inconsistency> all() {
    image.upstreams().values().forEach(this::upstream);
    image.instances().values().forEach(this::instance);
    image.services().values().forEach(this::wholeService);
    image.links().values().forEach(this::link);
    image.domains().values().forEach(this::domain);
    uniqueNames(
        image.upstreams().values(), Upstream::id, u -> Optional.ofNullable(u.settings().name()));
    uniqueNames(image.services().values(), Service::id, s -> Optional.of(s.settings().name()));
    uniqueNames(image.vpcs().values(), Vpc::id, v -> Optional.of(v.settings().name()));
    uniqueNames(image.networks().values(), Network::id, n -> Optional.of(n.settings().name()));
    uniqueNames(image.instances().values(), Instance::id, i -> Optional.of(i.settings().name()));
    uniqueNames(image.keys().values(), Key::id, k -> Optional.of(k.settings().name()));
    return List.copyOf(found);
  }

  /**
   * Of an image that the tables lead to from a right one: only what was touched, and what refers to
   * what is gone. Names that must differ across services, upstreams and so on are left out.
   */
  List<Inconsistency> after(Tables tables) {
    tables.upstreams().present().forEach(this::upstream);
    tables.instances().present().forEach(this::instance);
    tables.links().present().forEach(this::link);
    tables.domains().present().forEach(this::domain);
    for (ServiceId id : tables.services().touched()) {
      service(id, tables.services().before(id), tables.services().now(id));
    }
    for (Tables.DraftKey key : tables.touchedDrafts()) {
      Api draft = tables.drafts().now(key);
      if (draft != null) {
        draft(draft);
      }
    }
    gone(tables);
    return List.copyOf(found);
  }

  private void gone(Tables tables) {
    for (VpcId vpc : tables.vpcs().gone()) {
      image.upstreamsIn(vpc).forEach(id -> upstream(Table.known(image.upstreams(), id)));
      image.instancesIn(vpc).forEach(id -> instance(Table.known(image.instances(), id)));
    }
    tables.networks().gone().forEach(network -> image.linksOf(network).forEach(this::link));
    for (InstanceId instance : tables.instances().gone()) {
      image.servicesOn(instance).forEach(id -> service(Table.known(image.services(), id)));
    }
    for (UpstreamId upstream : tables.upstreams().gone()) {
      for (Use use : image.indexes().uses().at(upstream)) {
        upstreamExists(use.apiId(), where(use.environment()), upstream);
      }
    }
  }

  private void upstream(Upstream upstream) {
    if (!image.vpcs().containsKey(upstream.settings().vpcId())) {
      report(upstream.id(), "is in " + upstream.settings().vpcId() + ", which does not exist");
    }
  }

  private void instance(Instance instance) {
    if (!image.vpcs().containsKey(instance.settings().vpcId())) {
      report(instance.id(), "is in " + instance.settings().vpcId() + ", which does not exist");
    }
  }

  private void link(Link link) {
    if (!link.attached()) {
      return;
    }
    if (!image.networks().containsKey(link.key().networkId())) {
      report(
          link.key().vpcId(),
          "is attached to " + link.key().networkId() + ", which does not exist");
    }
    if (!image.vpcs().containsKey(link.key().vpcId())) {
      report(
          link.key().networkId(), "has " + link.key().vpcId() + " attached, which does not exist");
    }
  }

  private void wholeService(Service service) {
    service(service);
    List<ReleasedApi> drafts = new ArrayList<>();
    service.apis().values().forEach(api -> drafts.add(new ReleasedApi(api.id(), api.definition())));
    apis(where(null), drafts);
    service.environments().keySet().forEach(environment -> released(service, environment));
  }

  /** What a service says itself, without its APIs. */
  private void service(Service service) {
    var instanceId = service.settings().instanceId();
    if (instanceId != null && !image.instances().containsKey(instanceId)) {
      report(service.id(), "is on " + instanceId + ", which does not exist");
    }
    if (instanceId == null && (!service.apis().isEmpty() || !service.environments().isEmpty())) {
      report(service.id(), "uses VPC upstreams on the shared instance");
    }
  }

  /** A service that was touched; its drafts are looked at one by one. */
  private void service(ServiceId id, @Nullable Service before, @Nullable Service now) {
    if (now == null || before == null || !now.settings().equals(before.settings())) {
      image.domainsOf(id).forEach(this::domain);
    }
    if (now == null) {
      return;
    }
    service(now);
    for (Environment environment : now.environments().keySet()) {
      Release was = before == null ? null : before.released(environment).orElse(null);
      Release is = now.released(environment).orElse(null);
      if (is == null || is != was && !isRight(is, was)) {
        released(now, environment);
      }
    }
  }

  /** Whether a release that has nearly everything in common with a right one is right for sure. */
  private boolean isRight(Release is, @Nullable Release was) {
    if (was == null) {
      return false;
    }
    List<ReleasedChange> changes = ReleasedChange.between(was, is);
    return changes.size() <= FEW
        && changes.stream()
            .map(ReleasedChange::is)
            .filter(Objects::nonNull)
            .allMatch(api -> isRight(api.definition(), api.id(), is));
  }

  private boolean isRight(ApiDefinition api, ApiId id, Release among) {
    return image.upstreams().containsKey(api.backEnd().upstreamId())
        && among.apis().stream()
            .filter(other -> !other.id().equals(id))
            .map(ReleasedApi::definition)
            .noneMatch(
                other ->
                    other.name().equals(api.name()) || other.frontEnd().isLike(api.frontEnd()));
  }

  private void released(Service service, Environment environment) {
    service
        .released(environment)
        .ifPresentOrElse(
            release -> apis(where(environment), release.apis()),
            () -> report(service.id(), "points " + environment.value() + " to a release it lacks"));
  }

  private static String where(@Nullable Environment environment) {
    return environment == null ? "" : "as released to " + environment.value() + " ";
  }

  /** That no two services have the same domain is the shape of the image: it is a map of them. */
  private void domain(CustomDomain domain) {
    ServiceId serviceId = domain.settings().serviceId();
    Service service = image.services().get(serviceId);
    if (service == null) {
      report(domain.domain().value(), "leads to " + serviceId + ", which does not exist");
    } else if (service.settings().instanceId() == null) {
      report(domain.domain().value(), "leads to " + serviceId + " on the shared instance");
    }
  }

  /** All that stand beside each other as drafts, or in a release. */
  private void apis(String where, List<ReleasedApi> apis) {
    Map<String, ApiId> frontEnds = new HashMap<>();
    Map<Name, ApiId> names = new HashMap<>();
    for (ReleasedApi api : apis) {
      ApiDefinition definition = api.definition();
      upstreamExists(api.id(), where, definition.backEnd().upstreamId());
      String frontEnd = definition.frontEnd().key();
      frontEndDiffers(api.id(), where, frontEnd, frontEnds.putIfAbsent(frontEnd, api.id()));
      nameDiffers(api.id(), where, names.putIfAbsent(definition.name(), api.id()));
    }
  }

  /** A draft that was touched, among those beside it. */
  private void draft(Api draft) {
    ServiceId service = draft.serviceId();
    ApiDefinition definition = draft.definition();
    upstreamExists(draft.id(), "", definition.backEnd().upstreamId());
    String frontEnd = definition.frontEnd().key();
    List<ApiId> sameFrontEnd =
        image.apisAt(service, definition.frontEnd()).stream()
            .filter(id -> frontEnd.equals(frontEndOf(service, id)))
            .toList();
    sameFrontEnd.stream()
        .skip(1)
        .forEach(id -> frontEndDiffers(id, "", frontEnd, sameFrontEnd.getFirst()));
    image.indexes().draftNames().at(new InService<>(service, definition.name())).stream()
        .skip(1)
        .forEach(id -> nameDiffers(id, "", image.apiNamed(service, definition.name())));
  }

  private @Nullable String frontEndOf(ServiceId service, ApiId id) {
    Api api = image.api(service, id);
    return api == null ? null : api.definition().frontEnd().key();
  }

  private void upstreamExists(ApiId api, String where, UpstreamId upstream) {
    if (!image.upstreams().containsKey(upstream)) {
      report(api, where + "uses " + upstream + ", which does not exist");
    }
  }

  private void frontEndDiffers(ApiId api, String where, String frontEnd, @Nullable ApiId other) {
    if (other != null) {
      report(api, where + "shares the front end " + frontEnd + " with " + other);
    }
  }

  private void nameDiffers(ApiId api, String where, @Nullable ApiId other) {
    if (other != null) {
      report(api, where + "shares its name with " + other);
    }
  }

  private <T> void uniqueNames(
      Iterable<T> objects, Function<T, Id> id, Function<T, Optional<Name>> name) {
    Map<Name, Id> taken = new HashMap<>();
    for (T object : objects) {
      name.apply(object)
          .map(own -> taken.putIfAbsent(own, id.apply(object)))
          .ifPresent(other -> report(id.apply(object), "shares its name with " + other));
    }
  }

  private void report(Id subject, String problem) {
    report(subject.value(), problem);
  }

  private void report(String subject, String problem) {
    found.add(new Inconsistency(subject, problem));
  }
}
