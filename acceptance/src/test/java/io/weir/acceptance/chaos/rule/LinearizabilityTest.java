package io.weir.acceptance.chaos.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinearizabilityTest {
  private final List<Operation> operations = new ArrayList<>();

  private void add(
      Kind kind, String argument, String expected, long from, long to, Outcome outcome, String is) {
    String id = kind + "-" + operations.size();
    operations.add(
        Operation.begun(id, "c", kind, "r", argument, expected, from)
            .ended(outcome, to, 1, is, 200));
  }

  private void read(String value, long from, long to) {
    add(Kind.READ, null, null, from, to, Outcome.DONE, value);
  }

  private void write(String value, long from, long to) {
    add(Kind.WRITE, value, null, from, to, Outcome.DONE, null);
  }

  private void lost(String value, long from) {
    add(Kind.WRITE, value, null, from, Long.MAX_VALUE, Outcome.UNKNOWN, null);
  }

  private void swap(String expected, String value, long from, long to, Outcome outcome) {
    add(Kind.SWAP, value, expected, from, to, outcome, null);
  }

  private String contradiction() {
    return Linearizability.of("", operations).contradiction();
  }

  @Test
  void anEmptyHistoryIsInOrder() {
    assertThat(contradiction()).isNull();
  }

  @Test
  void aReadMayGiveEitherValueWhileAWriteIsUnderWay() {
    write("a", 10, 100);
    read("a", 20, 30);
    read("", 15, 18);
    assertThat(contradiction()).isNull();
  }

  @Test
  void aReadThatGoesBackIsFound() {
    write("a", 10, 100);
    read("a", 20, 30);
    read("", 40, 50);
    assertThat(contradiction()).contains("none of these can come next").contains("READ-2");
  }

  @Test
  void aStaleReadAfterTheAnswerOfAWriteIsFound() {
    write("a", 10, 20);
    read("", 30, 40);
    assertThat(contradiction()).isNotNull();
  }

  @Test
  void aValueThatNobodyWroteIsFound() {
    write("a", 10, 20);
    read("b", 30, 40);
    assertThat(contradiction()).contains("no order explains");
  }

  @Test
  void aLostUpdateIsFound() {
    write("a", 10, 20);
    write("b", 30, 40);
    read("a", 50, 60);
    assertThat(contradiction()).isNotNull();
  }

  @Test
  void twoSwapsOfTheSameValueCannotBothSucceed() {
    write("a", 1, 2);
    swap("a", "b", 10, 30, Outcome.DONE);
    swap("a", "c", 11, 31, Outcome.DONE);
    assertThat(contradiction()).isNotNull();
  }

  @Test
  void oneOfTwoSwapsIsRefused() {
    write("a", 1, 2);
    swap("a", "b", 10, 30, Outcome.REFUSED);
    swap("a", "c", 11, 31, Outcome.DONE);
    read("c", 40, 50);
    assertThat(contradiction()).isNull();
  }

  @Test
  void aSwapThatWasRefusedWithoutReasonIsFound() {
    write("a", 1, 2);
    swap("a", "b", 10, 30, Outcome.REFUSED);
    assertThat(contradiction()).isNotNull();
  }

  @Test
  void aWriteOfUnknownOutcomeMayHaveTakenPlaceAtAnyTimeOrNever() {
    write("a", 1, 2);
    lost("x", 5);
    lost("y", 6);
    read("a", 10, 11);
    read("y", 20, 21);
    read("y", 30, 31);
    assertThat(contradiction()).isNull();
  }

  @Test
  void itTakesPlaceOnceAndNotBeforeItWasSent() {
    write("a", 1, 2);
    lost("x", 5);
    read("x", 10, 11);
    write("b", 20, 21);
    assertThat(contradiction()).isNull();
    read("x", 30, 31);
    assertThat(contradiction()).isNotNull();

    operations.clear();
    read("x", 1, 2);
    lost("x", 5);
    assertThat(contradiction()).isNotNull();
  }

  @Test
  void aSwapOfUnknownOutcomeExplainsWhatCameAfterIt() {
    write("a", 1, 2);
    lost("x", 3);
    add(Kind.SWAP, "z", "x", 5, Long.MAX_VALUE, Outcome.UNKNOWN, null);
    read("z", 10, 11);
    assertThat(contradiction()).isNull();
  }

  @Test
  void aRefusedSwapMayBeExplainedByAWriteOfUnknownOutcome() {
    write("a", 1, 2);
    lost("x", 5);
    swap("a", "b", 10, 30, Outcome.REFUSED);
    assertThat(contradiction()).isNull();
  }

  /** What a right register answers is right; the same with one answer altered mostly is not. */
  @Test
  @Timeout(60)
  void manyClientsOfARightRegisterAreInOrderAndOneAlteredAnswerIsFound() {
    int altered = 0;
    for (long seed = 1; seed <= 40; seed++) {
      operations.clear();
      simulate(new Random(seed), 1_500);
      assertThat(contradiction()).as("seed %d", seed).isNull();
      Operation victim =
          operations.stream().filter(one -> one.kind() == Kind.READ).skip(300).findFirst().get();
      String overwritten =
          operations.stream()
              .filter(one -> one.kind() == Kind.WRITE && one.done())
              .findFirst()
              .get()
              .argument();
      operations.set(
          operations.indexOf(victim),
          victim.ended(Outcome.DONE, victim.completed(), 1, overwritten, 200));
      altered += contradiction() == null ? 0 : 1;
    }
    assertThat(altered).isEqualTo(40);
  }

  /** Six clients of a register that does each thing at one moment between question and answer. */
  private void simulate(Random random, int count) {
    String value = "";
    long[] free = new long[6];
    List<Operation> made = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < count; i++) {
      int client = random.nextInt(free.length);
      now += 10;
      long from = Math.max(free[client], now - random.nextInt(50));
      long at = Math.max(now, from);
      now = at;
      long to = at + random.nextInt(60) + 1;
      free[client] = to + 1;
      String next = "w-" + i;
      int dice = random.nextInt(10);
      if (dice < 5) {
        made.add(operation(i, Kind.READ, null, null, from, to, Outcome.DONE, value));
      } else if (dice < 8) {
        boolean answered = random.nextInt(12) > 0;
        boolean happened = answered || random.nextBoolean();
        made.add(
            operation(
                i,
                Kind.WRITE,
                next,
                null,
                from,
                to,
                answered ? Outcome.DONE : Outcome.UNKNOWN,
                null));
        value = happened ? next : value;
      } else {
        String expected = random.nextBoolean() ? value : "w-" + random.nextInt(i + 1);
        boolean fits = expected.equals(value);
        made.add(
            operation(
                i,
                Kind.SWAP,
                next,
                expected,
                from,
                to,
                fits ? Outcome.DONE : Outcome.REFUSED,
                null));
        value = fits ? next : value;
      }
    }
    operations.addAll(made);
  }

  private static Operation operation(
      int id,
      Kind kind,
      String argument,
      String expected,
      long from,
      long to,
      Outcome outcome,
      String read) {
    return Operation.begun("o-" + id, "c", kind, "r", argument, expected, from)
        .ended(outcome, to, 1, read, 200);
  }

  /** Beside a search that tries every order of a few operations. */
  @Test
  void agreesWithTryingEveryOrder() {
    int wrong = 0;
    for (long seed = 1; seed <= 3_000; seed++) {
      operations.clear();
      Random random = new Random(seed);
      for (int i = 0; i < 6; i++) {
        long from = random.nextInt(20);
        long to = from + 1 + random.nextInt(12);
        String one = "v" + random.nextInt(3);
        switch (random.nextInt(5)) {
          case 0, 1 -> read(one, from, to);
          case 2 -> write(one, from, to);
          case 3 -> lost(one, from);
          default ->
              swap(
                  "v" + random.nextInt(3),
                  one,
                  from,
                  to,
                  random.nextBoolean() ? Outcome.DONE : Outcome.REFUSED);
        }
      }
      boolean possible = tryAll("", new ArrayList<>(operations));
      wrong += possible ? 0 : 1;
      assertThat(contradiction() == null).as("seed %d: %s", seed, operations).isEqualTo(possible);
    }
    assertThat(wrong).isBetween(300, 2_900);
  }

  private static boolean tryAll(String value, List<Operation> left) {
    if (left.stream().allMatch(one -> one.outcome() == Outcome.UNKNOWN)) {
      return true;
    }
    for (Operation next : left) {
      boolean first = left.stream().noneMatch(other -> other.completed() < next.invoked());
      List<Operation> rest = new ArrayList<>(left);
      rest.remove(next);
      for (String after : first ? after(next, value).toList() : List.<String>of()) {
        if (tryAll(after, rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Stream<String> after(Operation operation, String value) {
    boolean fits = value.equals(operation.expected());
    return switch (operation.kind()) {
      case READ -> value.equals(operation.value()) ? Stream.of(value) : Stream.of();
      case WRITE ->
          operation.done()
              ? Stream.of(operation.argument())
              : Stream.of(operation.argument(), value);
      case SWAP ->
          operation.outcome() == Outcome.REFUSED
              ? (fits ? Stream.of() : Stream.of(value))
              : (fits ? Stream.of(operation.argument()) : Stream.of());
      default -> Stream.of();
    };
  }

  /** Thirty writes that nobody knows of must not take two to the power of thirty steps. */
  @Test
  @Timeout(20)
  void manyOperationsOfUnknownOutcomeAreNoBurden() {
    long begun = System.nanoTime();
    for (int i = 0; i < 30; i++) {
      lost("lost-" + i, i);
    }
    for (int i = 0; i < 200; i++) {
      write("a" + i, 100 + i * 10, 104 + i * 10);
      read("a" + i, 105 + i * 10, 109 + i * 10);
    }
    assertThat(contradiction()).isNull();
    read("a7", 9_000, 9_001);
    assertThat(contradiction()).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
  }
}
