package io.weir.registry;

import static io.weir.registry.instance.InstanceKind.INSTANCE;
import static io.weir.registry.network.NetworkKind.NETWORK;
import static io.weir.registry.vpc.VpcKind.VPC;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.PastEvent;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Patch;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Replace;
import io.weir.registry.network.AttachVpc;
import io.weir.registry.network.DetachVpc;
import io.weir.rest.EntityTags;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.Reverted;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever callers ask for in whatever order, the configuration stays one that every replica can
 * follow.
 */
class CommandsKeepTheImageSoundTest {
  private static final int STEPS = 300;

  /** Few objects with few names, so that commands meet. */
  private static final class World {
    private final Random random;
    private final FakeLedger ledger = new FakeLedger();
    private final List<VpcId> vpcs = Stream.generate(VpcId::random).limit(4).toList();
    private final List<CcnId> networks = Stream.generate(CcnId::random).limit(3).toList();
    private final List<InstanceId> instances =
        Stream.generate(InstanceId::random).limit(3).toList();

    World(long seed) {
      random = new Random(seed);
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private Name name() {
      return new Name("n" + random.nextInt(5));
    }

    private Command command() {
      VpcId vpc = any(vpcs);
      CcnId network = any(networks);
      InstanceId instance = any(instances);
      var vpcSettings = new VpcSettings(name(), Description.NONE);
      var networkSettings = new NetworkSettings(name(), Description.NONE);
      var instanceSettings = new InstanceSettings(name(), Description.NONE, vpc);
      Precondition none = Precondition.NONE;
      return switch (random.nextInt(13)) {
        case 0 -> new Create<>(VPC, vpc, vpcSettings);
        case 1 -> new Replace<>(VPC, vpc, json(vpcSettings), none);
        case 2 -> new Delete<>(VPC, vpc, none);
        case 3 -> new Create<>(NETWORK, network, networkSettings);
        case 4 -> new Replace<>(NETWORK, network, json(networkSettings), none);
        case 5 -> new Delete<>(NETWORK, network, none);
        case 6, 7 -> new AttachVpc(network, vpc, Precondition.NONE);
        case 8 -> new DetachVpc(network, vpc, Precondition.NONE);
        case 9 -> new Create<>(INSTANCE, instance, instanceSettings);
        case 10 -> new Patch<>(INSTANCE, instance, Given.patch("{'name':'" + name() + "'}"), none);
        case 11 -> new Delete<>(INSTANCE, instance, none);
        default -> new Appending(List.of(ofTheOtherService()));
      };
    }

    /** What control-api may have appended meanwhile. */
    private GatewayEvent ofTheOtherService() {
      String name = "n" + ledger.chain().position();
      return random.nextBoolean()
          ? EventMother.upstream(name, any(vpcs), EventMother.node(8080, 1))
          : EventMother.service(name, any(instances));
    }

    /** Ids are random in truth, and control-api has rules of its own. */
    private boolean canBe(Command command) {
      return switch (command) {
        case Create<?, ?, ?> create -> isNew(create);
        case Appending appending -> canBe(ledger.image(), appending.events().getFirst());
        default -> true;
      };
    }

    private <K, T> boolean isNew(Create<K, T, ?> create) {
      return create.kind().find(ledger.image(), create.key()) == null;
    }

    private static ObjectNode json(Object content) {
      return Json.MAPPER.valueToTree(content);
    }

    private static boolean canBe(GatewayImage image, GatewayEvent event) {
      return switch (event) {
        case UpstreamCreated upstream -> image.vpcs().containsKey(upstream.settings().vpcId());
        case ServiceCreated service ->
            service.settings().instanceId() != null
                && image.instances().containsKey(service.settings().instanceId());
        default -> false;
      };
    }

    int accepted() {
      int accepted = 0;
      for (int i = 0; i < STEPS; i++) {
        Command command = command();
        if (canBe(command)
            && command.decide(ledger.image()) instanceof Decision.Accepted decision
            && !decision.events().isEmpty()) {
          GatewayImage before = ledger.image();
          List<Recorded> recorded = ledger.append(decision.events());
          assertThat(ledger.image().check()).as(command.toString()).isEmpty();
          if (!(command instanceof Appending)) {
            reverted(recorded.getFirst(), before, ledger.image());
          }
          accepted++;
        }
      }
      return accepted;
    }
  }

  /** What is reverted right away is as before, and reverted again as after. */
  private static void reverted(Recorded recorded, GatewayImage before, GatewayImage after) {
    GatewayEvent event = EventCodec.CURRENT.decode(recorded);
    List<GatewayEvent> back = revert(new PastEvent(recorded, event, before, after), after);
    GatewayImage was = Reverted.apply(after, back);
    assertThat(Reverted.differences(before, was)).as(event.toString()).isEmpty();
    var again = new PastEvent(recorded, back.getFirst(), after, was);
    assertThat(Reverted.differences(after, Reverted.apply(was, revert(again, was))))
        .as(event.toString())
        .isEmpty();
  }

  private static List<GatewayEvent> revert(PastEvent event, GatewayImage image) {
    Decision decision = RegistryReverts.reversal(event, new EntityTags()).command().decide(image);
    assertThat(decision).as(event.event().toString()).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted) decision).events();
  }

  @Property(tries = 60)
  void noSequenceOfCommandsLeavesAnythingDangling(@ForAll long seed) {
    assertThat(new World(seed).accepted()).isPositive();
  }
}
