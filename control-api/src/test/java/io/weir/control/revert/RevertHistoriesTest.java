package io.weir.control.revert;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Scope;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.RandomCommands;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Decision;
import io.weir.ledger.Ledger;
import io.weir.ledger.Outcome;
import io.weir.ledger.PastEvent;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.EntityTags;
import io.weir.testing.event.Reverted;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happened: reverted right away it is as before, and reverted again as after; and whatever
 * of it is reverted later, nothing that others did since is lost.
 */
@ControlApi
class RevertHistoriesTest {
  private static final int STEPS = 300;
  private static final CommandContext CALLER =
      new CommandContext("tester", Authentication.NONE, Scope.ALL, null, null, "test", null);

  @Inject Ledger ledger;
  @Inject Gateway gateway;
  @Inject AllReverts reverts;

  private static <T> T now(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }

  private static Answer answer(GatewayImage before, GatewayImage after) {
    return new Answer(200, "{}", Map.of());
  }

  private Command revert(PastEvent event) {
    return reverts.reversal(event, new EntityTags()).orElseThrow().command();
  }

  private GatewayImage image() {
    return now(ledger.image());
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void whateverHappenedIsRevertedAndRevertedAgain(long seed) {
    Random random = new Random(seed);
    var commands = new RandomCommands(seed, this::image, event -> gateway.record(event));
    List<Long> happened = new ArrayList<>();
    List<RefusalCode> refused = new ArrayList<>();
    int late = 0;
    for (int i = 0; i < STEPS; i++) {
      GatewayImage before = image();
      boolean isLate = !happened.isEmpty() && random.nextInt(12) == 0;
      Command command =
          isLate
              ? revert(now(ledger.event(happened.get(random.nextInt(happened.size())))))
              : commands.next();
      var tried = now(ledger.dryRun(command, CALLER, RevertHistoriesTest::answer));
      Outcome outcome = now(ledger.append(command, CALLER, RevertHistoriesTest::answer));
      assertThat(tried.outcome()).as(command.toString()).isEqualTo(outcome);
      if (isLate && outcome instanceof Outcome.Refused(var refusals, var _)) {
        refusals.forEach(refusal -> refused.add(checked(refusal).code()));
        assertThat(image()).isEqualTo(before);
      }
      GatewayImage after = image();
      late += isLate && after.position() > before.position() ? 1 : 0;
      for (long position = before.position() + 1; position <= after.position(); position++) {
        happened.add(position);
        revertedRightAway(position, before, after);
      }
    }
    assertThat(happened).hasSizeGreaterThan(10);
    assertThat(late + refused.size()).isPositive();
  }

  private static Refusal checked(Refusal refusal) {
    var changed = refusal.changed();
    assertThat(changed != null).isEqualTo(refusal.code() == RefusalCode.CHANGED_SINCE);
    if (changed != null) {
      assertThat(refusal.pointer()).startsWith("/");
      assertThat(changed.now()).isNotEqualTo(changed.to());
    }
    return refusal;
  }

  private void revertedRightAway(long position, GatewayImage before, GatewayImage after) {
    PastEvent event = now(ledger.event(position));
    Recorded recorded = event.recorded();
    assertThat(recorded.envelope().position()).isEqualTo(position);
    List<GatewayEvent> back = decided(revert(event), after);
    GatewayImage reverted = Reverted.apply(after, back);
    if (recorded.envelope().commitSize() == 1) {
      assertThat(Reverted.differences(before, reverted)).as(event.event().toString()).isEmpty();
    }
    assertThat(back).as(event.event().toString()).hasSize(1);
    PastEvent again = new PastEvent(recorded, back.getFirst(), after, reverted);
    GatewayImage forward = Reverted.apply(reverted, decided(revert(again), reverted));
    assertThat(Reverted.differences(after, forward)).as(event.event().toString()).isEmpty();
  }

  private static List<GatewayEvent> decided(Command command, GatewayImage image) {
    Decision decision = command.decide(image);
    assertThat(decision).as(command.toString()).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted) decision).events();
  }
}
