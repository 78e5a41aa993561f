package io.weir.dataplane.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** The fields of an API besides its upstream. */
  private record ApiText(
      Description description, String front, String back, Timeout timeoutMillis) {}

  /** Is told where each object stands. */
  @FunctionalInterface
  interface Declared {
    void declared(Id id, String label, YamlValue at);
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

  void service(String name, YamlValue value) {
    YamlObject service =
        YamlObject.of(
            name,
            value,
            ServiceSettings.class,
            Map.of(
                "instance",
                Object.class,
                "apis",
                Object.class,
                "release",
                Object.class,
                "domains",
                Object.class));
    ServiceId id = services.declare(name, name, value, service.get("id"));
    YamlValue reference = service.require("instance");
    InstanceId instance = reference == null ? null : instances.resolve(reference);
    List<ApiCreated> made = new ArrayList<>();
    YamlValue section = service.get("apis");
    if (section != null) {
      section.entries().forEach((api, at) -> api(id, name, api, at, made));
    }
    Set<Environment> environments = environments(service.get("release"));
    List<DomainBound> bound = new ArrayList<>();
    YamlValue domains = service.get("domains");
    if (domains != null) {
      domains.entries().forEach((domain, at) -> domain(id, domain, at, bound));
    }
    if (id == null || instance == null) {
      return;
    }
    ServiceSettings settings =
        service.settings(ServiceSettings.class, Map.of("instanceId", instance.value()));
    if (settings != null) {
      declared.declared(id, "service " + name, value);
      events.add(new ServiceCreated(id, settings));
      events.addAll(made);
      if (!made.isEmpty()) {
        environments.forEach(environment -> release(id, name, environment, value, made));
      }
      events.addAll(bound);
    }
  }

  /** A custom domain: the environment, or a mapping with environment and certificate. */
  private void domain(
      @Nullable ServiceId service, String text, YamlValue value, List<DomainBound> bound) {
    int before = value.complaints();
    Domain domain = YamlRecords.read(value, new TextNode(text), Domain.class);
    if (domain != null && !domains.add(domain)) {
      value.violates("is bound to two services");
    }
    ObjectNode settings = Json.MAPPER.createObjectNode();
    if (value.isMapping()) {
      Map<String, Type> known = YamlRecords.fields(DomainSettings.class);
      known.remove("serviceId");
      YamlRecords.checkFields(value, known);
      settings.setAll((ObjectNode) value.json());
    } else {
      settings.set("environment", value.json());
    }
    if (service != null && domain != null && value.complaints() == before) {
      settings.put("serviceId", service.value());
      DomainSettings made = YamlRecords.read(value, settings, DomainSettings.class);
      if (made != null) {
        bound.add(new DomainBound(domain, made));
      }
    }
  }

  private void release(
      ServiceId service,
      String name,
      Environment environment,
      YamlValue at,
      List<ApiCreated> made) {
    ReleaseId id =
        releases.declare(environment.value(), name + "/" + environment.value(), at, null);
    if (id != null) {
      List<ReleasedApi> frozen =
          made.stream().map(api -> new ReleasedApi(api.id(), api.definition())).toList();
      events.add(new ServiceReleased(service, id, environment, Description.NONE, frozen));
    }
  }

  /** Where a service is released: into {@code release} unless it says otherwise. */
  private static Set<Environment> environments(@Nullable YamlValue list) {
    if (list == null) {
      return EnumSet.of(Environment.RELEASE);
    }
    Set<Environment> environments = EnumSet.noneOf(Environment.class);
    for (YamlValue item : list.items()) {
      Environment environment = YamlRecords.read(item, item.json(), Environment.class);
      if (environment != null) {
        environments.add(environment);
      }
    }
    return environments;
  }

  private void api(
      @Nullable ServiceId service,
      String serviceName,
      String name,
      YamlValue value,
      List<ApiCreated> made) {
    YamlObject api = YamlObject.of(name, value, ApiText.class, Map.of("upstream", Object.class));
    ApiId id = apis.declare(name, serviceName + "/" + name, value, api.get("id"));
    YamlValue reference = api.require("upstream");
    UpstreamId upstream = reference == null ? null : upstreams.resolve(reference);
    YamlValue frontText = api.require("front");
    Endpoint front = frontText == null ? null : Endpoint.front(frontText);
    YamlValue backText = api.get("back");
    Endpoint back = backText == null ? front : Endpoint.back(backText);
    if (service == null || id == null || upstream == null || front == null || back == null) {
      return;
    }
    YamlValue timeout = api.get("timeoutMillis");
    ObjectNode backEnd = Json.MAPPER.createObjectNode();
    backEnd.put("type", BackEnd.Type.VPC_RESOURCES.name());
    backEnd.put("connectionMode", BackEnd.ConnectionMode.VPC_UPSTREAM.name());
    backEnd.put("upstreamId", upstream.value());
    backEnd.put("path", backText == null ? front.plainPath() : back.path());
    if (backText != null && back.method() != null) {
      backEnd.put("method", back.method());
    }
    backEnd.set(
        "timeoutMillis",
        timeout == null ? Json.MAPPER.valueToTree(Timeout.DEFAULT) : timeout.json());
    ObjectNode frontEnd = Json.MAPPER.createObjectNode().put("path", front.path());
    frontEnd.put("method", front.method() == null ? Method.ANY.name() : front.method());
    ApiDefinition definition =
        api.settings(ApiDefinition.class, Map.of("frontEnd", frontEnd, "backEnd", backEnd));
    if (definition != null) {
      declared.declared(id, "API " + name, value);
      made.add(new ApiCreated(id, service, definition));
    }
  }
}
