package io.weir.ledger.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Decision;
import io.weir.ledger.Ledger;
import io.weir.ledger.Outcome;
import io.weir.testing.QuarkusBackends;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger inside a Quarkus application. */
@QuarkusTest
@QuarkusTestResource(QuarkusBackends.class)
@Tag("slow")
class LedgerBeanTest {
  private static final CommandContext CONTEXT =
      new CommandContext("tester", Authentication.NONE, Scope.ALL, null, null, "trace", null);

  @Inject Ledger ledger;
  @Inject Vertx vertx;

  private static Command createVpc(String name) {
    var created = EventMother.vpc(name);
    return new Command() {
      @Override
      public String name() {
        return "create-vpc";
      }

      @Override
      public Decision decide(GatewayImage image) {
        return Decision.accept(created);
      }
    };
  }

  private static Answer answer(GatewayImage image) {
    return new Answer(201, Long.toString(image.position()), Map.of());
  }

  @Test
  void aServiceAppendsAndReadsWithoutMoreThanConfiguration() {
    Outcome outcome =
        ledger
            .append(createVpc("from_a_thread"), CONTEXT, LedgerBeanTest::answer)
            .await()
            .atMost(Duration.ofSeconds(30));

    assertThat(outcome).isInstanceOf(Outcome.Committed.class);
    assertThat(ledger.image().await().atMost(Duration.ofSeconds(30)).vpcs().values())
        .anyMatch(vpc -> vpc.settings().name().value().equals("from_a_thread"));
  }

  @Test
  void aCallerOnAVertxContextIsAnsweredOnIt() {
    Context context = vertx.getOrCreateContext();
    var answeredOn = new CompletableFuture<Context>();
    context.runOnContext(
        _ ->
            ledger
                .append(createVpc("from_a_context"), CONTEXT, LedgerBeanTest::answer)
                .chain(_ -> ledger.image())
                .subscribe()
                .with(
                    _ -> answeredOn.complete(Vertx.currentContext()),
                    answeredOn::completeExceptionally));

    assertThat(answeredOn.orTimeout(30, TimeUnit.SECONDS).join()).isSameAs(context);
  }
}
