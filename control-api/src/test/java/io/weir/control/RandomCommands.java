package io.weir.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import io.weir.control.api.ApiKind;
import io.weir.control.api.Require;
import io.weir.control.domain.DomainKind;
import io.weir.control.release.ReleaseService;
import io.weir.control.release.SwitchEnvironment;
import io.weir.control.release.UnreleaseEnvironment;
import io.weir.control.service.ServiceKind;
import io.weir.control.upstream.NodeEdits;
import io.weir.control.upstream.NodeWarnings;
import io.weir.control.upstream.UpstreamKind;
import io.weir.ledger.Command;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.MergePatch;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Replace;
import io.weir.testing.event.EventMother;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Commands by chance, about few objects with few names, so that they meet. */
public final class RandomCommands {
  private static final NodeWarnings WARNINGS = new NodeWarnings(true);
  private static final Kind<UpstreamId, Upstream, UpstreamContent> UPSTREAMS =
      UpstreamKind.of(WARNINGS);

  private final Random random;
  private final Supplier<GatewayImage> image;
  private final List<VpcId> vpcs = new ArrayList<>();
  private final List<InstanceId> instances = new ArrayList<>();
  private final List<UpstreamId> upstreams = new ArrayList<>();
  private final List<ServiceId> services = new ArrayList<>();
  private final List<ApiId> apis = new ArrayList<>();
  private final Set<Object> given = new HashSet<>();
  private final List<Domain> domains = List.of(new Domain("a.example"), new Domain("b.example"));

  /**
   * About the upstreams, services, APIs and domains of a gateway.
   *
   * @param recording takes the VPCs and instances that there are
   */
  public RandomCommands(long seed, Supplier<GatewayImage> image, Consumer<GatewayEvent> recording) {
    random = new Random(seed);
    this.image = image;
    for (String name : List.of("one", "two")) {
      var vpc = EventMother.vpc(name + "_" + seed);
      var instance = EventMother.instance(name + "_" + seed, vpc.id());
      recording.accept(vpc);
      recording.accept(instance);
      vpcs.add(vpc.id());
      instances.add(instance.id());
    }
    vpcs.add(VpcId.random());
    instances.add(InstanceId.random());
    for (int i = 0; i < 4; i++) {
      upstreams.add(UpstreamId.random());
      services.add(ServiceId.random());
      apis.add(ApiId.random());
    }
  }

  /** The next one. */
  public Command next() {
    Command command = any();
    while (!isFresh(command)) {
      command = any();
    }
    return command;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Name name() {
    return new Name("n" + random.nextInt(3));
  }

  private UpstreamContent upstream() {
    return new UpstreamContent(
        EventMother.upstreamSettings(random.nextBoolean() ? null : name().value(), any(vpcs)),
        new Nodes(List.of(EventMother.node(1 + random.nextInt(3), 1))));
  }

  private ServiceSettings settings() {
    return new ServiceSettings(
        name(), Description.NONE, random.nextInt(3) == 0 ? null : any(instances));
  }

  private ApiDefinition definition() {
    String path = any(List.of("/a", "/a/{x}", "/a/{y}", "=/a"));
    return EventMother.definition(name().value(), path, any(upstreams));
  }

  private static ObjectNode body(Object content) {
    return Json.MAPPER.valueToTree(content);
  }

  private Command any() {
    ServiceId service = any(services);
    ApiId api = any(apis);
    UpstreamId upstream = any(upstreams);
    Domain domain = any(domains);
    Environment environment = any(List.of(Environment.values()));
    var settings = new DomainSettings(service, environment, null);
    Kind<ApiId, Api, ApiDefinition> drafts = ApiKind.of(service, Require.NOTHING, WARNINGS);
    Kind<Domain, CustomDomain, DomainSettings> bound = DomainKind.of(service);
    Precondition none = Precondition.NONE;
    return switch (random.nextInt(17)) {
      case 0 -> new Create<>(UPSTREAMS, upstream, upstream());
      case 1 -> new Replace<>(UPSTREAMS, upstream, body(upstream()), none);
      case 2 -> new Delete<>(UPSTREAMS, upstream, none);
      case 3 -> new Create<>(ServiceKind.INSTANCE, service, settings());
      case 4 -> new Replace<>(ServiceKind.INSTANCE, service, body(settings()), none);
      case 5 -> new Delete<>(ServiceKind.INSTANCE, service, none);
      case 6, 7 -> new Create<>(drafts, api, definition());
      case 8 -> new Replace<>(drafts, api, body(definition()), none);
      case 9 -> new Delete<>(drafts, api, none);
      case 10 ->
          random.nextBoolean()
              ? new ReleaseService(
                  service, ReleaseId.random(), body(Map.of("environment", environment)), none)
              : new UnreleaseEnvironment(service, environment, none);
      case 11 -> new Create<>(bound, domain, settings);
      case 12 -> new Replace<>(bound, domain, body(settings), none);
      case 13 -> new Delete<>(bound, domain, none);
      case 14 -> node(upstream, none);
      case 15 -> new Delete<>(UPSTREAMS, upstream, Precondition.match("1"));
      default ->
          new SwitchEnvironment(
              service, environment, body(Map.of("releaseId", anyRelease(service))), none);
    };
  }

  private Command node(UpstreamId upstream, Precondition none) {
    Node node = EventMother.node(1 + random.nextInt(4), random.nextInt(3));
    NodeEdits edits = new NodeEdits(UPSTREAMS, upstream, node.name(), none);
    return switch (random.nextInt(3)) {
      case 0 -> edits.put(body(node));
      case 1 -> edits.patch(new MergePatch(body(Map.of("draining", random.nextBoolean()))));
      default -> edits.delete();
    };
  }

  private ReleaseId anyRelease(ServiceId id) {
    var service = image.get().services().get(id);
    return service == null || service.releases().isEmpty()
        ? ReleaseId.random()
        : any(service.releases()).id();
  }

  /** Ids are random in truth: none is given again, even if what had it is gone. */
  private boolean isFresh(Command command) {
    if (!(command instanceof Create<?, ?, ?> create)) {
      return true;
    }
    if (create.key() instanceof Domain || given.add(create.key())) {
      return true;
    }
    switch (create.key()) {
      case UpstreamId id when !image.get().upstreams().containsKey(id) ->
          upstreams.replaceAll(other -> other.equals(id) ? UpstreamId.random() : other);
      case ServiceId id when !image.get().services().containsKey(id) ->
          services.replaceAll(other -> other.equals(id) ? ServiceId.random() : other);
      case ApiId id
          when image.get().services().values().stream()
              .noneMatch(service -> service.apis().containsKey(id)) ->
          apis.replaceAll(other -> other.equals(id) ? ApiId.random() : other);
      default -> {
        // it is there
      }
    }
    return false;
  }
}
