package io.weir.dataplane.matrix;

import static org.awaitility.Awaitility.await;

import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.NodeTls;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.script.Asked;
import io.weir.dataplane.support.script.ScriptedNode;
import io.weir.dataplane.support.script.Step;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A gateway in front of a node that misbehaves and maybe of a good one, for one cell after another:
 * what a cell leaves behind is seen before the next begins. One thread.
 */
final class Lane implements AutoCloseable {
  static final String PATIENT = "/release/patient";
  static final String HASTY = "/release/hasty";

  /** Not to be passed by a machine that is busy. */
  private static final int CONNECT_MILLIS = 10_000;

  private static final int PATIENT_MILLIS = 10_000;
  private static final int HASTY_MILLIS = 1_000;

  /** What a machine may be busy with besides. */
  private static final int SLACK_MILLIS = 15_000;

  /** How often a cell is tried when its request goes to the good node. */
  private static final int TRIES = 4;

  private static final int WEIGHT_OF_BAD = 100;

  private final SSLContext trust;
  private final Gateway gateway;
  private final ScriptedNode bad;
  private final ScriptedNode good;
  private final Map<String, List<Step>> scripts = new ConcurrentHashMap<>();

  Lane(ScriptedNode.Kind kind, boolean two, TestCertificate certificate, Path certificates)
      throws IOException {
    trust = TestCertificate.trusting(certificate);
    List<Step> badDefault = usual(kind, "bad");
    List<Step> goodDefault = usual(kind, "good");
    bad = ScriptedNode.start(kind, certificate.sslContext(), asked -> script(asked, badDefault));
    good = ScriptedNode.start(kind, certificate.sslContext(), _ -> goodDefault);
    gateway =
        Gateway.tls(
            TestOptions.connectTimeout(CONNECT_MILLIS), certificates, "default", bad.port());
    if (kind.tls()) {
      gateway.https(new NodeTls(false, null, null, null));
    }
    if (kind.http2()) {
      gateway.version(HttpVersion.HTTP_2);
    }
    gateway.released(
        gateway.newApi("/patient", "/patient", null, PATIENT_MILLIS),
        gateway.newApi("/hasty", "/hasty", null, HASTY_MILLIS));
    if (two) {
      gateway.nodes(EventMother.node(bad.port(), WEIGHT_OF_BAD), EventMother.node(good.port(), 1));
    }
  }

  private List<Step> script(Asked asked, List<Step> usual) {
    return scripts.getOrDefault(asked.target().substring(asked.target().indexOf('?')), usual);
  }

  private static List<Step> usual(ScriptedNode.Kind kind, String name) {
    Answers answers = new Answers(name);
    Step answer =
        kind.http2()
            ? new Step.Head(asked -> answers.fields(asked, 200), false)
            : new Step.Send(answers::length);
    return kind.http2()
        ? List.of(new Step.ReadBody(), answer, new Step.Data(answers::body, 1, true))
        : List.of(new Step.ReadBody(), answer);
  }

  /** Plays a cell and says what was wrong. */
  List<String> play(Cell cell) throws Exception {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Judge judge = new Judge(cell);
      boolean met = play(cell, attempt, judge);
      if (met || !judge.complaints().isEmpty()) {
        return judge.complaints();
      }
    }
    return List.of("the node was never asked");
  }

  private boolean play(Cell cell, int attempt, Judge judge) throws Exception {
    String query = cell.query(attempt, 1);
    scripts.put(query, cell.outcome().steps());
    long failuresBefore = failures();
    Map<String, Long> attemptsBefore = gateway.traffic().attemptsByResult();
    long began = System.nanoTime();
    Ask first = cell.first(attempt);
    Ask second = cell.second(attempt);
    int port = cell.client().tls() ? gateway.tlsPort() : gateway.port();
    Talk talk = cell.client().talk(gateway.host(), port, trust, first, second);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    judge.talk(talk, first, second);
    int timeout = cell.outcome().hasty() ? HASTY_MILLIS : PATIENT_MILLIS;
    if (millis > timeout + SLACK_MILLIS) {
      judge.complain("it took " + millis + " ms");
    }
    settles(judge, "a request is still active", () -> gateway.traffic().active() == 0);
    settles(
        judge,
        "a connection of the client is open",
        () -> gateway.traffic().connectionsOpen() == 0);
    settles(judge, "the node is still waited for", () -> bad.running() + good.running() == 0);
    long asked = bad.asked((cell.outcome().hasty() ? "/hasty" : "/patient") + query);
    if (asked > 0) {
      long besides = bad.asked("/patient" + cell.query(attempt, 2));
      judge.blame(failures() - failuresBefore, asked + besides);
    }
    bad.complaints().forEach(judge::complain);
    good.complaints().forEach(judge::complain);
    if (!judge.complaints().isEmpty()) {
      Map<String, Long> attempts = gateway.traffic().attemptsByResult();
      attempts.entrySet().removeIf(one -> one.getValue().equals(attemptsBefore.get(one.getKey())));
      judge.complain("attempts of this gateway so far: " + attempts);
    }
    scripts.remove(query);
    bad.hangUp();
    good.hangUp();
    settles(judge, "a connection to a node is open", () -> bad.open() + good.open() == 0);
    return asked > 0;
  }

  private static void settles(Judge judge, String otherwise, Callable<Boolean> condition) {
    try {
      await()
          .pollInterval(Duration.ofMillis(5))
          .pollDelay(Duration.ZERO)
          .atMost(Duration.ofMillis(SLACK_MILLIS))
          .until(condition);
    } catch (ConditionTimeoutException e) {
      judge.complain(otherwise);
    }
  }

  private long failures() {
    long sum = 0;
    LiveNode node = gateway.firstNode();
    for (NodeHealth.Failure kind : NodeHealth.Failure.values()) {
      sum += node.health().failures(kind);
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    // an io_uring that ends with its event loop may leave sockets open that listen
    gateway.shutdown().await();
    gateway.close();
    bad.close();
    good.close();
  }
}
