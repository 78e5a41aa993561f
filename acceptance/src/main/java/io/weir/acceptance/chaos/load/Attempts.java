package io.weir.acceptance.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Outcome;
import io.weir.acceptance.chaos.history.Recording;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends operations of one client until each has its answer, and records them. A write whose outcome
 * is not known is sent again with the same Idempotency-Key, to any process; now and then a client
 * gives up, as clients do, and its outcome stays unknown. One thread.
 */
final class Attempts {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration ENDURANCE = Duration.ofMinutes(2);
  private static final int GIVES_UP_ONE_IN = 25;
  private static final int LONGEST_PAUSE = 1_000;

  private final Management management;
  private final Recording recording;
  private final Random random;
  private final String client;

  Attempts(Management management, Recording recording, Random random, String client) {
    this.management = management;
    this.recording = recording;
    this.random = random;
    this.client = client;
  }

  /**
   * What is sent.
   *
   * @param ifMatch the entity tag that the object has to have, or null
   */
  record Sent(String method, String path, @Nullable JsonNode body, @Nullable String ifMatch) {
    Map<String, String> headers(String id, int attempt) {
      Map<String, String> headers = new HashMap<>();
      headers.put("Idempotency-Key", id);
      headers.put("Weir-Reason", id);
      headers.put("X-Request-Id", id + "-" + attempt);
      if (ifMatch != null) {
        headers.put("If-Match", ifMatch);
      }
      return headers;
    }
  }

  /** Sends a write until its outcome is known; null if the client gave up. */
  @Nullable Heard write(Operation operation, Sent sent) throws InterruptedException {
    recording.begin(operation);
    long limit = System.nanoTime() + ENDURANCE.toNanos();
    boolean doubtful = false;
    for (int attempt = 1; ; attempt++) {
      Heard heard = null;
      try {
        heard = ask(sent, operation.id(), attempt);
      } catch (ConnectException nothingWasSent) {
        // as if it had not been tried
      } catch (IOException e) {
        doubtful = true;
      }
      long now = System.nanoTime();
      if (heard != null && (heard.good() || heard.refused())) {
        recording.end(
            heard.good()
                ? operation.ended(Outcome.DONE, now, heard.position(), null, heard.status())
                : refused(operation, heard, now, doubtful));
        return heard;
      }
      doubtful |= heard != null;
      if (now - limit > 0 || (doubtful && random.nextInt(GIVES_UP_ONE_IN) == 0)) {
        recording.end(operation.ended(Outcome.UNKNOWN, now, -1, null, 0));
        return null;
      }
      pause(attempt);
    }
  }

  /** A refusal says nothing of an attempt before it that may be decided later. */
  private static Operation refused(Operation operation, Heard heard, long now, boolean doubtful) {
    Outcome outcome = doubtful ? Outcome.UNKNOWN : Outcome.REFUSED;
    return operation.ended(outcome, now, heard.position(), null, heard.status());
  }

  /** Sends an acknowledged write once more, to any process. */
  void repeat(Operation operation, String original, Sent sent) throws InterruptedException {
    recording.begin(operation);
    try {
      Heard heard = ask(sent, original, 0);
      if (heard.status() < 500) {
        recording.end(
            operation.ended(
                Outcome.DONE, System.nanoTime(), heard.position(), null, heard.status()));
        return;
      }
    } catch (IOException e) {
      // it was acknowledged already, and this is no news
    }
    recording.drop(operation);
  }

  /**
   * Reads something once.
   *
   * @param value what is read, of the answer
   * @return null if nobody answered
   */
  @Nullable Heard read(Operation operation, String path, Function<Heard, @Nullable String> value)
      throws InterruptedException {
    recording.begin(operation);
    try {
      Heard heard = ask(new Sent("GET", path, null, null), operation.id(), 1);
      if (heard.good()) {
        recording.end(
            operation.ended(
                Outcome.DONE,
                System.nanoTime(),
                heard.position(),
                value.apply(heard),
                heard.status()));
        return heard;
      }
      if (heard.refused() && operation.kind() == Kind.READ) {
        recording.odd("%s was answered %d".formatted(operation, heard.status()));
      }
    } catch (IOException e) {
      pause(1);
    }
    recording.drop(operation);
    return null;
  }

  private Heard ask(Sent sent, String id, int attempt) throws IOException, InterruptedException {
    Heard heard =
        management.ask(
            random.nextInt(management.size()),
            sent.method(),
            sent.path(),
            sent.body(),
            sent.method().equals("GET") ? Map.of("X-Request-Id", id) : sent.headers(id, attempt),
            PATIENCE);
    if (!heard.good() && !heard.refused() && heard.status() != 503) {
      recording.odd(
          "%s %s of %s was answered %d: %s"
              .formatted(sent.method(), sent.path(), client, heard.status(), heard.body()));
    }
    return heard;
  }

  private void pause(int attempt) throws InterruptedException {
    int most = Math.min(LONGEST_PAUSE, 50 << Math.min(attempt, 5));
    Thread.sleep(random.nextInt(most) + 1);
  }
}
