package io.weir.dataplane.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Timeout;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.route.RouteCompiler;
import io.weir.dataplane.route.Routes;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever client, nodes and clock do, in whatever order: a request makes no illegal move, is
 * answered once, ends, and leaves nothing behind. {@code weir.interleavings} says how many are
 * tried, {@code weir.interleavings.seed} from which seed on.
 */
class InterleavingsTest {
  private static final int MANY = Integer.getInteger("weir.interleavings", 4_000);
  private static final long SEED = Long.getLong("weir.interleavings.seed", 1);
  private static final int MOST_STEPS = 80;

  /** How many rules are told of that were broken, each by the first seed that did. */
  private static final int MOST_TOLD = 12;

  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final Logger logger = Logger.getLogger(Exchange.class.getName());
  private final Handler watch =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          logged.add(message.getMessage() + ": " + message.getThrown());
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  @BeforeEach
  void watchForDefects() {
    logger.addHandler(watch);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopWatching() {
    logger.setUseParentHandlers(true);
    logger.removeHandler(watch);
  }

  @Test
  void everyInterleavingEndsWellAndLeavesNothingBehind() {
    Map<String, Integer> kinds = new TreeMap<>();
    Map<String, String> wrongs = new TreeMap<>();
    for (long seed = SEED; seed < SEED + MANY && wrongs.size() < MOST_TOLD; seed++) {
      Interleaving played = interleaving(seed, MOST_STEPS);
      String wrong = play(played);
      if (wrong == null) {
        count(kinds, played);
      } else {
        long failed = seed;
        wrongs.computeIfAbsent(
            wrong.replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "N"), _ -> shortest(failed, wrong));
      }
    }
    assertThat(wrongs.values().stream().collect(Collectors.joining("\n\n"))).isEmpty();
    // it is no proof if the interesting things never happen
    assertThat(kinds)
        .containsKeys("answered", "CONNECT_FAILED", "CLIENT_STALLED", "BAD_RESPONSE")
        .allSatisfy((_, times) -> assertThat(times).isPositive());
    System.out.println("weir.interleavings.seed=" + SEED + " " + kinds);
  }

  private static void count(Map<String, Integer> kinds, Interleaving played) {
    Failure failure = played.finished().failure();
    kinds.merge(failure == null ? "answered" : failure.name(), 1, Integer::sum);
    kinds.merge("retried", Math.min(1, played.finished().retries()), Integer::sum);
    kinds.merge("tunnel", played.wasTunnel() ? 1 : 0, Integer::sum);
    kinds.merge("aborted", played.wasAborted() ? 1 : 0, Integer::sum);
  }

  /** What was wrong, or null. */
  private @Nullable String play(Interleaving interleaving) {
    logged.clear();
    String thrown = null;
    try {
      interleaving.play();
    } catch (RuntimeException violation) {
      thrown = violation.toString();
    }
    if (interleaving.violated() != null) {
      return interleaving.violated();
    }
    return thrown == null && !logged.isEmpty() ? logged.toString() : thrown;
  }

  /** The fewest steps of a seed that go wrong, and what they were. */
  private String shortest(long seed, String wrong) {
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      Interleaving shorter = interleaving(seed, steps);
      String why = play(shorter);
      if (why != null) {
        return told(seed, steps, why, shorter.log());
      }
    }
    return told(seed, MOST_STEPS, wrong, List.of());
  }

  private static String told(long seed, int steps, String why, List<String> log) {
    return "seed %d, %d steps: %s\n%s".formatted(seed, steps, why, String.join("\n", log));
  }

  /** Every seed has an upstream of its own, whose nodes remember nothing. */
  private static Interleaving interleaving(long seed, int steps) {
    SampleGateway sample = SampleGateway.withNodes(EventMother.node(1, 1), EventMother.node(2, 1));
    FakeLedger ledger = sample.ledger();
    ApiCreated api = api(sample);
    ledger.append(api);
    ledger.append(EventMother.released(sample.service().id(), Environment.RELEASE, api));
    Routes routes = new Routes(new RouteCompiler(null, 0, 1));
    routes.publish(ledger.image());
    String host = sample.service().id() + ".localhost";
    return new Interleaving(seed, steps, routes, options(), host, "/release/quick");
  }

  private static ApiCreated api(SampleGateway sample) {
    ApiDefinition like = EventMother.definition("quick", "/quick", sample.upstream().id());
    ApiDefinition quick =
        new ApiDefinition(
            like.name(),
            like.description(),
            like.frontEnd(),
            new BackEnd(
                like.backEnd().type(),
                like.backEnd().connectionMode(),
                sample.upstream().id(),
                new BackPath("/quick"),
                null,
                new Timeout(12)));
    return new ApiCreated(ApiId.random(), sample.service().id(), quick);
  }

  private static ForwardOptions options() {
    ForwardOptions usual = ForwardOptions.DEFAULT;
    return new ForwardOptions(
        usual.connectTimeoutMillis(),
        usual.connectionLife(),
        1,
        5,
        usual.replayLimitBytes(),
        usual.limits(),
        usual.maxConnections(),
        usual.trustedProxies(),
        true,
        false,
        null);
  }
}
