package io.weir.ledger;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.UpstreamId;
import io.weir.testing.event.EventMother;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Commands and contexts for tests. */
final class Commands {
  static final CommandContext CONTEXT = context(null);
  static final BiFunction<GatewayImage, GatewayImage, Answer> DONE =
      (before, image) -> new Answer(201, "{\"position\":" + image.position() + "}", Map.of());

  private Commands() {}

  static Command of(String name, Function<GatewayImage, Decision> decide) {
    return new Command() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Decision decide(GatewayImage image) {
        return decide.apply(image);
      }
    };
  }

  /** Accepts these events whatever the image. */
  static Command record(GatewayEvent... events) {
    return of("record", _ -> Decision.accept(events));
  }

  /** Creates a VPC whose name nobody has taken. */
  static Command createVpc(String name) {
    VpcCreated created = EventMother.vpc(name);
    return of(
        "create-vpc",
        image ->
            image.vpcs().values().stream()
                .filter(vpc -> vpc.settings().name().equals(created.settings().name()))
                .findFirst()
                .map(
                    other ->
                        Decision.refuse(
                            Refusal.at(
                                "/name",
                                RefusalCode.NAME_TAKEN,
                                "the name is taken",
                                other.id().value())))
                .orElseGet(() -> Decision.accept(created)));
  }

  /** Deletes an upstream that no API uses. */
  static Command deleteUpstream(UpstreamId id) {
    return of(
        "delete-upstream",
        image -> {
          if (!image.upstreams().containsKey(id)) {
            return Decision.refuse(Refusal.of(RefusalCode.NOT_FOUND, id + " does not exist"));
          }
          return image.associatedApis(id).isEmpty()
              ? Decision.accept(new UpstreamDeleted(id))
              : Decision.refuse(Refusal.of(RefusalCode.IN_USE, "APIs use it"));
        });
  }

  static CommandContext context(Idempotency idempotency) {
    return new CommandContext(
        "tester",
        Authentication.NONE,
        Scope.ALL,
        "a reason",
        "192.0.2.1",
        UUID.randomUUID().toString(),
        idempotency);
  }

  static CommandContext keyed(String key, String request) {
    return context(new Idempotency("tester", key, Hash.of(request)));
  }

  /** A name no other test uses. */
  static String name() {
    return "n_" + UUID.randomUUID().toString().replace('-', '_');
  }
}
