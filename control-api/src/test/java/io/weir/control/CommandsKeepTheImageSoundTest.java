package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
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
import io.weir.control.upstream.NodeWarnings;
import io.weir.control.upstream.UpstreamKind;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Replace;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever callers ask for in whatever order, the configuration stays one that every replica can
 * follow.
 */
class CommandsKeepTheImageSoundTest {
  private static final int STEPS = 300;
  private static final NodeWarnings WARNINGS = new NodeWarnings(true);
  private static final Kind<UpstreamId, Upstream, UpstreamContent> UPSTREAMS =
      UpstreamKind.of(WARNINGS);

  /** Few objects with few names, so that commands meet. */
  private static final class World {
    private final Random random;
    private final FakeLedger ledger = new FakeLedger();
    private final List<VpcId> vpcs = new ArrayList<>();
    private final List<InstanceId> instances = new ArrayList<>();
    private final List<UpstreamId> upstreams = new ArrayList<>();
    private final List<ServiceId> services = new ArrayList<>();
    private final List<ApiId> apis = new ArrayList<>();
    private final List<Domain> domains = List.of(new Domain("a.example"), new Domain("b.example"));

    World(long seed) {
      random = new Random(seed);
      for (String name : List.of("one", "two")) {
        var vpc = EventMother.vpc(name);
        var instance = EventMother.instance(name, vpc.id());
        ledger.append(vpc);
        ledger.append(instance);
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

    private Command command() {
      ServiceId service = any(services);
      ApiId api = any(apis);
      UpstreamId upstream = any(upstreams);
      Domain domain = any(domains);
      Environment environment = any(List.of(Environment.values()));
      var settings = new DomainSettings(service, environment, null);
      Kind<ApiId, Api, ApiDefinition> drafts = ApiKind.of(service, Require.NOTHING, WARNINGS);
      Kind<Domain, CustomDomain, DomainSettings> bound = DomainKind.of(service);
      Precondition none = Precondition.NONE;
      return switch (random.nextInt(15)) {
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
        default ->
            new SwitchEnvironment(
                service, environment, body(Map.of("releaseId", anyRelease(service))), none);
      };
    }

    private ReleaseId anyRelease(ServiceId id) {
      var service = ledger.image().services().get(id);
      return service == null || service.releases().isEmpty()
          ? ReleaseId.random()
          : any(service.releases()).id();
    }

    /** Ids are random in truth: what exists already is not created again. */
    private boolean isFresh(Command command) {
      var image = ledger.image();
      return !(command instanceof Create<?, ?, ?> create)
          || switch (create.key()) {
            case UpstreamId id -> !image.upstreams().containsKey(id);
            case ServiceId id -> !image.services().containsKey(id);
            case ApiId id ->
                image.services().values().stream().noneMatch(s -> s.apis().containsKey(id));
            default -> true;
          };
    }

    int accepted() {
      int accepted = 0;
      for (int i = 0; i < STEPS; i++) {
        Command command = command();
        if (isFresh(command)
            && command.decide(ledger.image()) instanceof Decision.Accepted decision
            && !decision.events().isEmpty()) {
          ledger.append(decision.events());
          assertThat(ledger.image().check()).as(command.toString()).isEmpty();
          accepted++;
        }
      }
      return accepted;
    }
  }

  @Property(tries = 60)
  void noSequenceOfCommandsLeavesAnythingDangling(@ForAll long seed) {
    assertThat(new World(seed).accepted()).isPositive();
  }
}
