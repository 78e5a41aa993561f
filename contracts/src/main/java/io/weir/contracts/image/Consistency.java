package io.weir.contracts.image;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rules every image keeps, whoever wrote its events. */
final class Consistency {
  private final GatewayImage image;
  private final List<Inconsistency> found = new ArrayList<>();

  Consistency(GatewayImage image) {
    this.image = image;
  }

  List<Inconsistency> all() {
    image.upstreams().values().forEach(this::upstream);
    image.instances().values().forEach(this::instance);
    image.services().values().forEach(this::service);
    for (Link link : image.links().values()) {
      if (link.attached()) {
        link(link);
      }
    }
    image.domains().values().forEach(this::domain);
    uniqueNames(
        image.upstreams().values(), Upstream::id, u -> Optional.ofNullable(u.settings().name()));
    uniqueNames(image.services().values(), Service::id, s -> Optional.of(s.settings().name()));
    uniqueNames(image.vpcs().values(), Vpc::id, v -> Optional.of(v.settings().name()));
    uniqueNames(image.networks().values(), Network::id, n -> Optional.of(n.settings().name()));
    uniqueNames(image.instances().values(), Instance::id, i -> Optional.of(i.settings().name()));
    return List.copyOf(found);
  }

  List<Inconsistency> of(
      Iterable<Upstream> upstreams,
      Iterable<Service> services,
      Iterable<Instance> instances,
      Iterable<CustomDomain> domains) {
    upstreams.forEach(this::upstream);
    services.forEach(this::service);
    instances.forEach(this::instance);
    domains.forEach(this::domain);
    return List.copyOf(found);
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

  private void service(Service service) {
    var instanceId = service.settings().instanceId();
    if (instanceId != null && !image.instances().containsKey(instanceId)) {
      report(service.id(), "is on " + instanceId + ", which does not exist");
    }
    if (instanceId == null && (!service.apis().isEmpty() || !service.environments().isEmpty())) {
      report(service.id(), "uses VPC upstreams on the shared instance");
    }
    List<ReleasedApi> drafts = new ArrayList<>();
    service.apis().values().forEach(api -> drafts.add(new ReleasedApi(api.id(), api.definition())));
    apis("", drafts);
    for (Environment environment : service.environments().keySet()) {
      service
          .released(environment)
          .ifPresentOrElse(
              release -> apis("as released to " + environment.value() + " ", release.apis()),
              () ->
                  report(service.id(), "points " + environment.value() + " to a release it lacks"));
    }
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

  private void apis(String where, List<ReleasedApi> apis) {
    Map<String, Id> frontEnds = new HashMap<>();
    Map<Name, Id> names = new HashMap<>();
    for (ReleasedApi api : apis) {
      ApiDefinition definition = api.definition();
      UpstreamId upstream = definition.backEnd().upstreamId();
      if (!image.upstreams().containsKey(upstream)) {
        report(api.id(), where + "uses " + upstream + ", which does not exist");
      }
      Id other = frontEnds.putIfAbsent(definition.frontEnd().key(), api.id());
      if (other != null) {
        report(
            api.id(),
            where + "shares the front end " + definition.frontEnd().key() + " with " + other);
      }
      Id namesake = names.putIfAbsent(definition.name(), api.id());
      if (namesake != null) {
        report(api.id(), where + "shares its name with " + namesake);
      }
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
