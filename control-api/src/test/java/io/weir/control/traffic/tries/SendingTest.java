package io.weir.control.traffic.tries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.weir.rest.ProblemException;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request ends in time, whatever the replica does. */
class SendingTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = vertx.createHttpClient();
  private final FakeUpstream replica = FakeUpstream.http();

  @AfterEach
  void stop() {
    replica.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private CompletableFuture<TriedAnswer> sent(long millis) {
    var address = ReplicaAddress.read("127.0.0.1:" + replica.port());
    var chosen = new ReplicaChoice.Chosen("r", Objects.requireNonNull(address));
    var request = new Outgoing("try-1", "GET", "a.example", "/", List.of(), null);
    Sending sending = new Sending(vertx, client, chosen, request, millis);
    vertx.runOnContext(_ -> sending.start());
    return sending.answer().toCompletionStage().toCompletableFuture();
  }

  @Test
  void oneThatIsNotAnsweredIsGivenUp() {
    replica.behave(_ -> new Reply.Held(new CompletableFuture<>()));
    CompletableFuture<TriedAnswer> answer = sent(200);
    Awaitility.await().until(answer::isDone);
    try {
      answer.join();
    } catch (CompletionException e) {
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.problem().code()).isEqualTo("REPLICA_TIMEOUT");
                assertThat(problem.problem().status()).isEqualTo(504);
              });
    }
    assertThat(answer).isCompletedExceptionally();
  }

  @Test
  void anAnswerThatDoesNotEndIsToldAsFarAsItCame() {
    replica.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                body -> {
                  body.write("begun".getBytes(UTF_8));
                  body.flush();
                  Thread.sleep(600_000);
                }));
    TriedAnswer answer = sent(5_000).join();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("begun");
    assertThat(answer.truncated()).isTrue();
  }

  @Test
  void noMoreIsTakenThanAnybodyReads() {
    replica.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                body -> {
                  while (true) {
                    body.write(new byte[1 << 20]);
                    body.flush();
                  }
                }));
    TriedAnswer answer = sent(60_000).join();
    assertThat(answer.body()).hasSize(64 * 1024);
    assertThat(answer.bytes()).isBetween(16L << 20, 18L << 20);
    assertThat(answer.truncated()).isTrue();
  }
}
