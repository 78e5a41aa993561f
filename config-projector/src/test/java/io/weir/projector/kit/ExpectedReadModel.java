package io.weir.projector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.Json;
import io.weir.contracts.diff.Difference;
import io.weir.contracts.diff.Differences;
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
import io.weir.contracts.image.Key;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Map<Long, Set<String>> concerns = new HashMap<>();
  private final Map<Long, List<Difference>> changes = new HashMap<>();
  private GatewayImage image;
  private GatewayImage before;

  private ExpectedReadModel(List<Recorded> events) {
    image = GatewayImage.genesis(events.getFirst().envelope().ledgerId());
    before = image;
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
    image.keys().values().forEach(this::key);
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
          "key",
          "event");

  /** The rows of every table. */
  public static Map<String, List<String>> of(List<Recorded> events) {
    return new ExpectedReadModel(events).tables;
  }

  private void follow(Recorded recorded, Instant commit) {
    GatewayEvent event = EventCodec.CURRENT.decode(recorded);
    Envelope envelope = recorded.envelope();
    before = image;
    GatewayDelta delta = new GatewayDelta(image);
    delta.replay(recorded, event);
    image = delta.apply();
    changes.put(envelope.position(), Differences.of(event, before, image));
    Set<String> concerned = new TreeSet<>(envelope.subjects());
    concerned.addAll(referredTo(envelope.stream()));
    concerned.addAll(ExpectedConcerns.of(recorded, before, image));
    concerns.put(envelope.position(), concerned);
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

  /** What the object of a stream referred to before the event; an upstream's VPC, say. */
  private List<String> referredTo(String stream) {
    String id = stream.substring(stream.indexOf('/') + 1);
    var settings = new ArrayList<Object>();
    before.upstreams().values().stream()
        .filter(u -> u.id().value().equals(id))
        .forEach(u -> settings.add(u.settings()));
    before.instances().values().stream()
        .filter(i -> i.id().value().equals(id))
        .forEach(i -> settings.add(i.settings()));
    before.domains().values().stream()
        .filter(d -> d.domain().value().equals(id))
        .forEach(d -> settings.add(d.settings()));
    before.services().values().stream()
        .peek(
            s ->
                s.apis().values().stream()
                    .filter(a -> a.id().value().equals(id))
                    .forEach(a -> settings.add(a.definition().backEnd())))
        .filter(s -> s.id().value().equals(id))
        .forEach(s -> settings.add(s.settings()));
    List<String> references = new ArrayList<>();
    for (Object of : settings) {
      ObjectNode json = Json.MAPPER.valueToTree(of);
      for (String field : List.of("vpcId", "serviceId", "instanceId", "upstreamId")) {
        if (json.has(field)) {
          references.add(json.get(field).asText());
        }
      }
    }
    return references;
  }

  private static String search(Object... texts) {
    return Stream.of(texts)
        .map(String::valueOf)
        .filter(text -> !text.isEmpty())
        .map(text -> text.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n"));
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
        "concerns",
        List.copyOf(Objects.requireNonNull(concerns.get(of.position()))),
        "actor",
        of.actor(),
        "authentication",
        of.authentication() == null ? null : of.authentication().value(),
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
        Canonical.json(recorded.data()),
        "changes",
        Json.MAPPER.valueToTree(changes.get(of.position())),
        "search",
        searched(of));
  }

  private String searched(Envelope of) {
    List<Object> texts = new ArrayList<>(List.of(of.stream(), of.type()));
    texts.addAll(of.subjects());
    texts.addAll(List.of(of.actor(), of.reason() == null ? "" : of.reason(), of.correlation()));
    for (Difference change : Objects.requireNonNull(changes.get(of.position()))) {
      texts.add(change.pointer());
      for (JsonNode value : Arrays.asList(change.from(), change.to())) {
        if (value != null) {
          leaves(value, texts);
        }
      }
    }
    return search(texts.toArray());
  }

  private static void leaves(JsonNode value, List<Object> texts) {
    if (value.isValueNode()) {
      texts.add(value.asText());
    }
    value.forEach(inner -> leaves(inner, texts));
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
    named(
        "instance",
        instance.id().value(),
        instance.settings(),
        instance.revision(),
        "vpc_id",
        instance.settings().vpcId().value());
  }

  private void upstream(io.weir.contracts.image.Upstream upstream) {
    String id = upstream.id().value();
    ObjectNode document = document(id, upstream.settings());
    document.set("nodes", Json.MAPPER.valueToTree(upstream.nodes()));
    var name = upstream.settings().name();
    row(
        "upstream",
        stamped(
            id,
            upstream.revision(),
            "name",
            name == null ? "" : name.value(),
            "document",
            document,
            "search",
            search(
                id,
                name == null ? "" : name,
                upstream.settings().description(),
                upstream.nodes().list().stream()
                    .map(node -> node.authority())
                    .collect(Collectors.joining("\n"))),
            "vpc_id",
            upstream.settings().vpcId().value(),
            "protocol",
            upstream.settings().protocol().name(),
            "algorithm",
            upstream.settings().algorithm().name(),
            "node_count",
            (long) upstream.nodes().list().size()));
    for (AssociatedApi api : image.associatedApis(upstream.id())) {
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
          api.environments().stream().sorted().map(e -> e.value()).toList(),
          "search",
          search(
              api.apiId(),
              api.name(),
              Objects.requireNonNull(image.services().get(api.serviceId())).settings().name()));
    }
  }

  private void key(Key key) {
    String id = key.id().value();
    ObjectNode document = document(id, key.settings());
    document.put("used", key.used()).put("expired", key.expired());
    row(
        "key",
        stamped(
            id,
            key.revision(),
            "name",
            key.settings().name().value(),
            "role",
            key.settings().role().name(),
            "document",
            document,
            "search",
            search(id, key.settings().name())));
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
            document,
            "search",
            search(name));
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
                    Objects.requireNonNull(released.get(r.id().value())).actor(),
                    "search",
                    search(r.id(), r.description())));
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
            "search",
            search(
                api.id(),
                api.definition().name(),
                api.definition().description(),
                api.definition().frontEnd().path()),
            "reachability",
            shown));
  }

  private void named(
      String table, String id, Object settings, Revision revision, @Nullable Object... more) {
    ObjectNode document = document(id, settings);
    Map<String, @Nullable Object> row = stamped(id, revision, more);
    row.put("name", document.get("name").asText());
    row.put("document", document);
    row.put(
        "search", search(id, document.get("name").asText(), document.get("description").asText()));
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
