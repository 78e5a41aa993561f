package io.weir.standalone.demo;

import io.weir.standalone.home.Access;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Answer;
import io.weir.standalone.platform.Programs;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * Builds an API behind a VPC upstream through REST, calls it, breaks a back end, and looks at what
 * was recorded, as {@code tour.txt} says. It can be taken again and again on the same ledger.
 */
public final class Tour {

  private static final int WHILE_STOPPING = 300;
  private static final int A_FEW = 30;
  private static final int UNTIL_BACK = 3000;
  private static final String PATH = "/release/hello";

  private final Home home;
  private final Ports ports;
  private final Programs programs;
  private final List<URI> replicas;
  private final Story story;
  private final Backends backends;
  private final int requests;
  private final long began;
  private List<ComponentState> servers = List.of();

  /**
   * @param key an administrator's, empty where management asks nobody
   * @param requests how many to send over the weighted upstream, at least 1
   * @param began {@link System#nanoTime()} when the user asked for the tour
   */
  public Tour(Home home, Ports ports, Programs programs, String key, int requests, long began) {
    this.home = home;
    this.ports = ports;
    this.programs = programs;
    this.replicas = ports.addresses(Listener.DATA_PLANE);
    this.story = new Story(ports.management());
    this.backends = new Backends(home);
    this.requests = requests;
    this.began = began;
    story.name("admin", key);
  }

  /** Takes the tour; true when everything held. */
  public boolean take() throws IOException, InterruptedException {
    // in names, none of which an earlier tour has used
    String tour = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    story.name("tour", tour);
    story.name("tomorrow", Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
    story.name("requests", requests);
    story.name("load", WHILE_STOPPING);
    story.name("replicas", replicas.size());
    story.name("replica", replicas.getFirst());
    story.name("replicaAdmin", ports.address(Listener.DATA_PLANE_ADMIN));
    story.name("port", ports.of(Listener.DATA_PLANE));
    story.name("management", ports.management());
    boolean keys = ports.access() == Access.KEYS;
    // what events call the two who change something
    story.name("first", keys ? "demo_ada_" + tour : Story.ACTOR);
    story.name("second", keys ? "demo_grace_" + tour : Story.ACTOR);
    story.name("refusal", keys ? "FORBIDDEN" : "IN_USE");
    String shown = " -H \"Authorization: Bearer $(cat %s)\"".formatted(home.adminKey());
    story.name("shown", keys ? shown : "");
    if (keys) {
      story.play(script("people.txt"), Map.of());
    } else {
      story.step("Management asks nobody who he is (--auth none), so all of this is nobody's");
    }
    story.play(
        script("tour.txt"),
        Map.of(
            "start back ends", this::startBackends,
            "call in vain", () -> callEveryReplica(503, "VPC_NOT_CONNECTED"),
            "call", this::callWhatIsJoined,
            "send many", this::sendMany,
            "stop one under load", this::stopOneUnderLoad,
            "start it again", this::startItAgain,
            "verify the ledger", this::verifyLedger,
            "await their reports", this::awaitReports));
    return story.isTrue();
  }

  public void stopBackends() throws InterruptedException {
    backends.stopAll();
  }

  private static String script(String name) throws IOException {
    try (InputStream in = Tour.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void startBackends() throws IOException, InterruptedException {
    servers = backends.start();
    StringJoiner nodes = new StringJoiner(", ");
    for (int i = 0; i < servers.size(); i++) {
      int port = servers.get(i).port();
      int weight = Backends.WEIGHTS.get(i);
      story.say("%s  http://%s:%d  weight %d", servers.get(i).name(), Backends.HOST, port, weight);
      nodes.add(
          "{\"address\": \"%s\", \"port\": %d, \"weight\": %d}"
              .formatted(Backends.HOST, port, weight));
    }
    story.name("nodes", nodes);
    story.name("victim", victim().name());
  }

  private void callEveryReplica(int status, String text) throws IOException, InterruptedException {
    awaitReplicas();
    for (URI replica : replicas) {
      Answer answer = Answer.to("GET", replica.resolve(PATH), "", "", "Host", host());
      String called = "GET http://%s:%d%s".formatted(host(), replica.getPort(), PATH);
      story.tell(called, answer, answer.text("code"));
      story.check(
          answer.status() == status && answer.text().contains(text),
          status == 200 ? "answered \"%s\"" : "refused with %2$d %3$s",
          answer.text(),
          status,
          text);
    }
  }

  private void callWhatIsJoined() throws IOException, InterruptedException {
    callEveryReplica(200, "hello from");
    story.say("first forwarded request after %.1f s", secondsSince(began));
  }

  private void awaitReplicas() throws InterruptedException, ComplaintException {
    long start = System.nanoTime();
    for (URI replica : ports.addresses(Listener.DATA_PLANE_ADMIN)) {
      if (!Wait.until(Story.PATIENCE, () -> positionOf(replica) >= story.position())) {
        throw new ComplaintException(
            "%s has not applied position %d after %d s"
                .formatted(replica, story.position(), Story.PATIENCE.toSeconds()));
      }
    }
    story.say(
        "all replicas have position %d, %.0f ms after the answer",
        story.position(), secondsSince(start) * 1e3);
  }

  private static long positionOf(URI replica) {
    try {
      return Answer.probe(replica.resolve("/replica")).body().path("position").asLong(-1);
    } catch (IOException notNow) {
      return -1;
    }
  }

  private void sendMany() {
    long start = System.nanoTime();
    Crowd crowd = send(requests, answered -> {});
    double seconds = secondsSince(start);
    int weights = Backends.WEIGHTS.stream().mapToInt(Integer::intValue).sum();
    double worst = 0;
    for (int i = 0; i < servers.size(); i++) {
      int weight = Backends.WEIGHTS.get(i);
      int got = crowd.answeredBy(servers.get(i).name());
      double share = (double) requests * weight / weights;
      worst = Math.max(worst, Math.abs(got - share));
      story.say(
          "%s  weight %d  expected %5.0f  got %5d  deviation %+.1f",
          servers.get(i).name(), weight, share, got, got - share);
    }
    story.check(
        crowd.answered() == requests,
        "%d of %d answered 200, in %.1f s%s",
        crowd.answered(),
        requests,
        seconds,
        failures(crowd));
    // A replica deals exactly over a round; an unfinished round is all that can be off.
    story.check(
        worst <= (double) replicas.size() * weights,
        "the split follows the weights, largest deviation %.1f",
        worst);
  }

  private void stopOneUnderLoad() throws InterruptedException {
    CompletableFuture<Void> underWay = new CompletableFuture<>();
    IntConsumer tell =
        answered -> {
          if (answered == WHILE_STOPPING / 10) {
            underWay.complete(null);
          }
        };
    CompletableFuture<Crowd> sending =
        CompletableFuture.supplyAsync(() -> send(WHILE_STOPPING, tell));
    CompletableFuture.anyOf(underWay, sending).join();
    Processes.stop(List.of(victim()), line -> {});
    Crowd crowd = sending.join();
    story.say("answered by %s", crowd.answers());
    story.check(
        crowd.answered() == WHILE_STOPPING,
        "%d failed requests%s",
        crowd.failed(),
        failures(crowd));
  }

  private void startItAgain() throws IOException, InterruptedException {
    backends.startAgain(victim());
    long start = System.nanoTime();
    int sent = 0;
    int failed = 0;
    boolean back = false;
    while (!back && sent < UNTIL_BACK) {
      Crowd crowd = send(A_FEW, answered -> {});
      sent += A_FEW;
      failed += crowd.failed();
      back = crowd.answeredBy(victim().name()) > 0;
    }
    story.check(
        back && failed == 0,
        "started again, %s has its share again after %d requests and %.1f s, %d failed",
        victim().name(),
        sent,
        secondsSince(start),
        failed);
  }

  private void verifyLedger() throws IOException, InterruptedException {
    Path export = home.directory().resolve("export.ndjson");
    Answer ledger = story.succeed("GET", "/v1/events/export?format=ndjson", "");
    Files.writeString(export, ledger.text() + "\n");
    Process verifying =
        new ProcessBuilder(programs.cli("verify", "--export", export.toString()))
            .redirectErrorStream(true)
            .start();
    verifying.getOutputStream().close();
    verifying.inputReader().lines().forEach(line -> story.say("%s", line));
    story.check(
        verifying.waitFor() == 0, "%s is what was recorded, from its first event on", export);
  }

  /** Replicas report what they have applied at once and every few seconds. */
  private void awaitReports() throws IOException, InterruptedException {
    boolean current = Wait.until(Story.PATIENCE, () -> reportsUpToDate() >= replicas.size());
    story.check(current, "%d live replicas have applied everything", replicas.size());
  }

  private long reportsUpToDate() throws IOException, InterruptedException {
    return story
        .items("/v1/instances/{instance}/replicas?live=true")
        .valueStream()
        .filter(replica -> replica.path("position").asLong() >= story.position())
        .count();
  }

  private ComponentState victim() {
    return servers.get(1);
  }

  /** The host name by which callers mean the service. */
  private String host() {
    return story.resolve("{service}.localhost");
  }

  private Crowd send(int count, IntConsumer after) {
    return Crowd.send(count, replicas, host(), PATH, after);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String failures(Crowd crowd) {
    return crowd.failures().isEmpty() ? "" : " " + crowd.failures();
  }
}
