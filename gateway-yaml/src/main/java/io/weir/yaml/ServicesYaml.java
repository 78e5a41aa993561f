package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.ApiContent;
import io.weir.contracts.content.DomainContent;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.ServiceContent;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The services of a YAML text with their APIs, which are released as they are. */
final class ServicesYaml {
  private final Names<InstanceId> instances;
  private final Names<UpstreamId> upstreams;
  private final Names<ServiceId> services = new Names<>("service", "service-", ServiceId::new);
  private final Names<ApiId> apis = new Names<>("API", "api-", ApiId::new);
  private final Names<ReleaseId> releases = new Names<>("release", "release-", ReleaseId::new);
  private final Set<Domain> domains = new HashSet<>();
  private final List<GatewayEvent> events;
  private final Declared declared;

  /** Is told where each object stands. */
  @FunctionalInterface
  interface Declared {
    void declared(Id id, String label, Part object);
  }

  ServicesYaml(
      Names<InstanceId> instances,
      Names<UpstreamId> upstreams,
      List<GatewayEvent> events,
      Declared declared) {
    this.instances = instances;
    this.upstreams = upstreams;
    this.events = events;
    this.declared = declared;
  }

  void service(String name, Part part) {
    ServiceId id = services.declare(name, name, part);
    declared.declared(id, "service " + name, part);
    // by REST, a service without an instance is on the shared one, which a text does not have
    Part instance = part.get("instance");
    if (instance.isNothing()) {
      instance.violates("is required");
    }
    var settings =
        new Body(part, "id", "apis", "release", "domains")
            .key("name", name)
            .put("/instanceId", instances.resolve(instance), "/instance")
            .read(ServiceContent::read);
    if (settings != null) {
      events.add(new ServiceCreated(id, settings));
    }
    List<ReleasedApi> made = new ArrayList<>();
    part.get("apis").entries().forEach((api, at) -> api(id, name, api, at, made));
    for (Environment environment : environments(part.get("release"))) {
      if (!made.isEmpty()) {
        release(id, name, environment, part, made);
      }
    }
    part.get("domains").entries().forEach((domain, at) -> domain(id, domain, at));
  }

  private void api(
      ServiceId service, String serviceName, String name, Part part, List<ReleasedApi> made) {
    ApiId id = apis.declare(name, serviceName + "/" + name, part);
    declared.declared(id, "API " + name, part);
    Part front = part.get("front");
    Part back = part.get("back");
    JsonNode frontEnd = front.isNothing() ? front.json() : Endpoint.json(front);
    JsonNode backEnd =
        back.isNothing()
            ? Json.MAPPER.createObjectNode().put("path", samePath(frontEnd))
            : Endpoint.json(back);
    ApiDefinition definition =
        new Body(part, "id")
            .key("name", name)
            .put("/frontEnd", frontEnd, "/front")
            .put("/backEnd", backEnd, "/back")
            .put("/backEnd/upstreamId", upstreams.resolve(part.get("upstream")), "/upstream")
            .put("/backEnd/timeoutMillis", part.get("timeoutMillis").json(), "/timeoutMillis")
            .read(ApiContent::read);
    if (definition != null) {
      events.add(new ApiCreated(id, service, definition));
      made.add(new ReleasedApi(id, definition));
    }
  }

  /** The path of a back end that is not written; any, if that of the front end is wrong. */
  private static String samePath(JsonNode frontEnd) {
    try {
      return FrontPath.normal(frontEnd.path("path").asText()).path();
    } catch (InvalidValueException e) {
      return "/";
    }
  }

  /** Where a service is released: into {@code release} unless it says otherwise. */
  private static Set<Environment> environments(Part list) {
    Set<Environment> environments = EnumSet.noneOf(Environment.class);
    if (list.isNothing()) {
      environments.add(Environment.RELEASE);
    }
    for (Part item : list.items()) {
      Environment read =
          new Body(item.withoutContent())
              .put("/environment", item.json(), "")
              .read(ServicesYaml::environment);
      if (read != null) {
        environments.add(read);
      }
    }
    return environments;
  }

  private static Environment environment(Fields fields) {
    var environment = fields.text("environment", Environment::of).required();
    return fields.build(environment);
  }

  private void release(
      ServiceId service, String name, Environment environment, Part part, List<ReleasedApi> made) {
    String path = name + "/" + environment.value();
    ReleaseId id = releases.declare(environment.value(), path, part.withoutContent());
    events.add(new ServiceReleased(service, id, environment, Description.NONE, made));
  }

  /** A custom domain: the environment, or an object with environment and certificate. */
  private void domain(ServiceId service, String name, Part part) {
    Body body = new Body(part.json().isObject() ? part : part.withoutContent());
    body.key("domain", name);
    if (!part.json().isObject()) {
      body.put("/environment", part.json(), "");
    }
    DomainBound bound = body.read(fields -> bound(service, fields));
    if (bound != null && !domains.add(bound.domain())) {
      part.violates("is bound to two services");
    } else if (bound != null) {
      events.add(bound);
    }
  }

  private static DomainBound bound(ServiceId service, Fields fields) {
    var domain = fields.text("domain", Domain::new).required();
    DomainSettings settings = DomainContent.read(service, fields);
    return new DomainBound(domain.get(), settings);
  }
}
