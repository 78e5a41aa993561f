package io.weir.projector.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.AssociatedApi;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Service;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.UpstreamId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the read model has to hold after some events, told from the fold of all of them and from the
 * events themselves, with no regard to what changed when: table to rows, sorted.
 */
public final class ExpectedReadModel {
  private final Map<String, List<String>> tables = new TreeMap<>();
  private final Map<String, Instant> created = new HashMap<>();
  private final Map<String, Instant> bound = new HashMap<>();
  private final Map<String, Envelope> switched = new HashMap<>();
  private final Map<String, Envelope> released = new HashMap<>();
  private GatewayImage image;

  private ExpectedReadModel(List<Recorded> events) {
    image = GatewayImage.genesis(events.getFirst().envelope().ledgerId());
    for (Recorded event : events) {
      follow(event, events.get((int) event.envelope().commitStart() - 1).envelope().recordedAt());
    }
    for (String table : TABLES) {
      tables.put(table, new ArrayList<>());
    }
    events.forEach(this::event);
    image.vpcs().values().forEach(v -> named("vpc", v.id().value(), v.settings(), v.revision()));
    image
        .networks()
        .values()
        .forEach(n -> named("network", n.id().value(), n.settings(), n.revision()));
    image.links().values().forEach(this::link);
    image.instances().values().forEach(this::instance);
    image.upstreams().values().forEach(this::upstream);
    image.services().values().forEach(this::service);
    image.domains().values().forEach(this::domain);
    tables.values().forEach(rows -> rows.sort(null));
  }

  private static final List<String> TABLES =
      List.of(
          "upstream",
          "associated_api",
          "service",
          "api",
          "release",
          "environment",
          "vpc",
          "network",
          "link",
          "instance",
          "domain",
          "event");

  /** The rows of every table. */
  public static Map<String, List<String>> of(List<Recorded> events) {
    return new ExpectedReadModel(events).tables;
  }

  private void follow(Recorded recorded, Instant commit) {
    GatewayEvent event = EventCodec.CURRENT.decode(recorded);
    Envelope envelope = recorded.envelope();
    GatewayDelta delta = new GatewayDelta(image);
    delta.replay(recorded, event);
    image = delta.apply();
    if (envelope.type().endsWith(".created.v1") || event instanceof DomainBound) {
      created.put(event.subjects().getFirst(), commit);
    }
    if (event instanceof ServiceReleased of) {
      switched.put(of.serviceId() + "/" + of.environment(), envelope);
      released.put(of.releaseId().value(), envelope);
    }
    if (event instanceof EnvironmentSwitched of) {
      switched.put(of.serviceId() + "/" + of.environment(), envelope);
    }
    if (envelope.endsCommit()) {
      Set<String> pairs = new HashSet<>();
      for (UpstreamId id : image.upstreams().keySet()) {
        image.associatedApis(id).forEach(api -> pairs.add(id + "/" + api.apiId()));
      }
      bound.keySet().retainAll(pairs);
      pairs.forEach(pair -> bound.putIfAbsent(pair, commit));
    }
  }

  private void event(Recorded recorded) {
    Envelope of = recorded.envelope();
    row(
        "event",
        "position",
        of.position(),
        "stream",
        of.stream(),
        "version",
        of.version(),
        "type",
        of.type(),
        "subjects",
        of.subjects(),
        "actor",
        of.actor(),
        "reason",
        of.reason(),
        "command_id",
        of.commandId(),
        "correlation",
        of.correlation(),
        "recorded_at",
        time(of.recordedAt()),
        "hash",
        recorded.hash().hex(),
        "data",
        Canonical.json(recorded.data()));
  }

  private void link(io.weir.contracts.image.Link link) {
    row(
        "link",
        "network_id",
        link.key().networkId().value(),
        "vpc_id",
        link.key().vpcId().value(),
        "attached",
        link.attached(),
        "position",
        link.revision().position(),
        "at",
        time(link.revision().at()));
  }

  private void instance(Instance instance) {
    long services =
        image.services().values().stream()
            .filter(s -> instance.id().equals(s.settings().instanceId()))
            .count();
    named(
        "instance",
        instance.id().value(),
        instance.settings(),
        instance.revision(),
        "vpc_id",
        instance.settings().vpcId().value(),
        "service_count",
        services);
  }

  private void upstream(io.weir.contracts.image.Upstream upstream) {
    String id = upstream.id().value();
    List<AssociatedApi> apis = image.associatedApis(upstream.id());
    ObjectNode document = document(id, upstream.settings());
    document.set("nodes", Json.MAPPER.valueToTree(upstream.nodes()));
    var name = upstream.settings().name();
    row(
        "upstream",
        stamped(
            id,
            upstream.revision(),
            "name",
            name == null ? null : name.value(),
            "document",
            document,
            "vpc_id",
            upstream.settings().vpcId().value(),
            "api_count",
            (long) apis.size()));
    for (AssociatedApi api : apis) {
      row(
          "associated_api",
          "upstream_id",
          id,
          "api_id",
          api.apiId().value(),
          "service_id",
          api.serviceId().value(),
          "api_name",
          api.name().value(),
          "service_name",
          Objects.requireNonNull(image.services().get(api.serviceId())).settings().name().value(),
          "bound_at",
          time(Objects.requireNonNull(bound.get(id + "/" + api.apiId()))),
          "drafted",
          api.drafted(),
          "environments",
          api.environments().stream().sorted().map(e -> e.value()).toList());
    }
  }

  private void domain(CustomDomain domain) {
    String name = domain.domain().value();
    ObjectNode document = Json.MAPPER.createObjectNode().put("domain", name);
    document.setAll((ObjectNode) Json.MAPPER.valueToTree(domain.settings()));
    Map<String, @Nullable Object> row =
        stamped(
            name,
            domain.revision(),
            "domain",
            name,
            "service_id",
            domain.settings().serviceId().value(),
            "environment",
            domain.settings().environment().value(),
            "document",
            document);
    row.remove("id");
    row("domain", row);
  }

  private void service(Service service) {
    String id = service.id().value();
    var instance = service.settings().instanceId();
    named(
        "service",
        id,
        service.settings(),
        service.revision(),
        "instance_id",
        instance == null ? null : instance.value(),
        "api_count",
        (long) service.apis().size());
    service.apis().values().forEach(api -> api(service, api));
    service
        .releases()
        .forEach(
            r ->
                row(
                    "release",
                    "id",
                    r.id().value(),
                    "service_id",
                    id,
                    "environment",
                    r.environment().value(),
                    "description",
                    r.description().value(),
                    "api_count",
                    (long) r.apis().size(),
                    "position",
                    r.revision().position(),
                    "released_at",
                    time(r.revision().at()),
                    "actor",
                    Objects.requireNonNull(released.get(r.id().value())).actor()));
    service
        .environments()
        .forEach(
            (environment, release) -> {
              Envelope by = Objects.requireNonNull(switched.get(id + "/" + environment));
              row(
                  "environment",
                  "service_id",
                  id,
                  "environment",
                  environment.value(),
                  "release_id",
                  release.value(),
                  "position",
                  by.position(),
                  "switched_at",
                  time(by.recordedAt()));
            });
  }

  private void api(Service service, Api api) {
    ObjectNode document = document(api.id().value(), api.definition());
    document.put("serviceId", service.id().value());
    var instance =
        Objects.requireNonNull(
            image.instances().get(Objects.requireNonNull(service.settings().instanceId())));
    var upstreamId = api.definition().backEnd().upstreamId();
    Reachability reach =
        Reachability.of(image, instance, Objects.requireNonNull(image.upstreams().get(upstreamId)));
    ObjectNode shown = Json.MAPPER.createObjectNode().put("status", reach.status().name());
    if (reach.networkId() != null) {
      shown.put("cloudConnectNetworkId", reach.networkId().value());
    }
    if (reach.position() != null) {
      shown.put("position", reach.position());
    }
    row(
        "api",
        stamped(
            api.id().value(),
            api.revision(),
            "service_id",
            service.id().value(),
            "name",
            api.definition().name().value(),
            "method",
            api.definition().frontEnd().method().name(),
            "path",
            api.definition().frontEnd().path().value(),
            "upstream_id",
            upstreamId.value(),
            "document",
            document,
            "reachability",
            shown));
  }

  private void named(
      String table, String id, Object settings, Revision revision, @Nullable Object... more) {
    ObjectNode document = document(id, settings);
    Map<String, @Nullable Object> row = stamped(id, revision, more);
    row.put("name", document.get("name").asText());
    row.put("document", document);
    row(table, row);
  }

  private static ObjectNode document(String id, Object settings) {
    ObjectNode document = Json.MAPPER.createObjectNode().put("id", id);
    document.setAll((ObjectNode) Json.MAPPER.valueToTree(settings));
    return document;
  }

  private Map<String, @Nullable Object> stamped(
      String id, Revision revision, @Nullable Object... columns) {
    Map<String, @Nullable Object> row = map(columns);
    row.put("id", id);
    row.put("version", revision.version());
    row.put("position", revision.position());
    row.put("created_at", time(Objects.requireNonNull(created.get(id))));
    row.put("changed_at", time(revision.at()));
    return row;
  }

  private void row(String table, @Nullable Object... columns) {
    row(table, map(columns));
  }

  private void row(String table, Map<String, @Nullable Object> columns) {
    Objects.requireNonNull(tables.get(table)).add(Canonical.row(columns));
  }

  private static Map<String, @Nullable Object> map(@Nullable Object... columns) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      row.put((String) Objects.requireNonNull(columns[i]), columns[i + 1]);
    }
    return row;
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
