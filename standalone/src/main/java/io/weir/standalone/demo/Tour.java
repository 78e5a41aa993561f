package io.weir.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State.ComponentState;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Builds an API behind a VPC upstream through REST, calls it, breaks a back end, and looks at what
 * was recorded. It can be taken again and again on the same ledger.
 */
public final class Tour {

  private static final int SHOWN_EVENTS = 8;
  private static final int WHILE_STOPPING = 300;
  private static final int A_FEW = 30;
  private static final int UNTIL_BACK = 3000;
  private static final int CATCH_UP_SECONDS = 20;
  private static final String PATH = "/release/hello";

  private static final String BUILD =
      """
      Two private networks, and a gateway instance in the first
      edge     = POST /v1/vpcs {"name": "demo_edge_{tour}"}
      orders   = POST /v1/vpcs {"name": "demo_orders_{tour}"}
      network  = POST /v1/cloud-connect-networks {"name": "demo_backbone_{tour}"}
      instance = POST /v1/instances {"name": "demo_gateway_{tour}", "vpcId": "{edge}"}

      A weighted upstream in the second network
      upstream = POST /v1/upstreams
        {"name": "demo_pool_{tour}", "description": "three back ends of the tour",
         "vpcId": "{orders}", "protocol": "HTTP", "retries": 5, "nodes": [{nodes}]}

      An API on that instance that forwards to it, released
      service  = POST /v1/services {"name": "demo_shop_{tour}", "instanceId": "{instance}"}
      api      = POST /v1/services/{service}/apis
        {"name": "demo_hello_{tour}",
         "frontEnd": {"path": "/hello", "method": "GET"},
         "backEnd": {"type": "VPC_RESOURCES", "connectionMode": "VPC_UPSTREAM",
                     "upstreamId": "{upstream}", "path": "/hello"}}
      release  = POST /v1/services/{service}/releases
        {"environment": "release", "description": "first release of the tour"}
      """;

  private static final String JOIN =
      """
      Both networks joined by Cloud Connect; API and upstream are not touched
      PUT /v1/cloud-connect-networks/{network}/links/{edge}
      PUT /v1/cloud-connect-networks/{network}/links/{orders}
      """;

  private final Home home;
  private final Ports ports;
  private final List<URI> replicas;
  private final Story story;
  private final Backends backends;
  private final int requests;
  private final long began;
  private final People people;
  private final Inquiry inquiry;

  /**
   * @param key an administrator's, empty where management asks nobody
   * @param verifier the jar of the command line
   * @param requests how many to send over the weighted upstream, at least 1
   * @param began {@link System#nanoTime()} when the user asked for the tour
   */
  public Tour(
      Home home,
      Ports ports,
      PrintStream out,
      String key,
      Path verifier,
      int requests,
      long began) {
    this.home = home;
    this.ports = ports;
    this.replicas = ports.addresses(Listener.DATA_PLANE);
    this.story = new Story(out, ports.management());
    this.people = new People(story, key);
    this.inquiry = new Inquiry(story, people, verifier, home.directory().resolve("export.ndjson"));
    this.backends = new Backends(home);
    this.requests = requests;
    this.began = began;
    // in names, none of which an earlier tour has used
    story.name("tour", Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
  }

  /** Takes the tour; true when everything held. */
  public boolean take() throws IOException, InterruptedException, ComplaintException {
    people.introduce();
    people.first();
    story.step("Three back ends, each a process that answers with its name");
    List<ComponentState> servers = backends.start();
    StringJoiner upstreamNodes = new StringJoiner(", ");
    for (int i = 0; i < servers.size(); i++) {
      int port = servers.get(i).port();
      int weight = Backends.WEIGHTS.get(i);
      story.say("%s  http://%s:%d  weight %d", servers.get(i).name(), Backends.HOST, port, weight);
      upstreamNodes.add(
          "{\"address\": \"%s\", \"port\": %d, \"weight\": %d}"
              .formatted(Backends.HOST, port, weight));
    }
    story.name("nodes", upstreamNodes.toString());
    story.play(BUILD);
    story.step("A call before the networks are joined");
    callEveryReplica(503, "VPC_NOT_CONNECTED");
    people.second();
    story.play(JOIN);
    callEveryReplica(200, "hello from");
    story.say("first forwarded request after %.1f s", secondsSince(began));

    sendMany(servers);
    stopOneUnderLoad(servers.get(1));
    startItAgain(servers.get(1));

    tryToDelete();
    inquiry.take();
    showReplicas();
    showEvents();
    showWhereToLook();
    return story.isTrue();
  }

  /** Stops what the tour itself started. */
  public void stopBackends() throws InterruptedException {
    backends.stopAll();
  }

  private void callEveryReplica(int status, String text)
      throws IOException, InterruptedException, ComplaintException {
    awaitReplicas();
    for (URI replica : replicas) {
      Answer answer = Answer.to("GET", replica.resolve(PATH), host(), "");
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

  private void tryToDelete() throws IOException, InterruptedException {
    story.step("The upstream is in use, so it cannot be deleted");
    Answer refusal = story.call("DELETE", "/v1/upstreams/{upstream}", "");
    story.say("%s", refusal.text("detail"));
    String api = story.resolve("{api}");
    story.check(
        refusal.status() == 409
            && (refusal.text().contains(api)
                || refusal.text().contains(story.resolve("demo_hello_{tour}"))),
        "refused, and the refusal names the API %s",
        api);
  }

  private void sendMany(List<ComponentState> servers) {
    story.step("%d requests over %d replicas", requests, replicas.size());
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

  private void stopOneUnderLoad(ComponentState victim) throws InterruptedException {
    story.step("%s stopped in the middle of %d requests", victim.name(), WHILE_STOPPING);
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
    Processes.stop(List.of(victim), line -> {});
    Crowd crowd = sending.join();
    story.say("answered by %s", crowd.answers());
    story.check(
        crowd.answered() == WHILE_STOPPING,
        "%d failed requests%s",
        crowd.failed(),
        failures(crowd));
  }

  private void startItAgain(ComponentState victim)
      throws IOException, InterruptedException, ComplaintException {
    backends.startAgain(victim);
    long start = System.nanoTime();
    int sent = 0;
    int failed = 0;
    boolean back = false;
    while (!back && sent < UNTIL_BACK) {
      Crowd crowd = send(A_FEW, answered -> {});
      sent += A_FEW;
      failed += crowd.failed();
      back = crowd.answeredBy(victim.name()) > 0;
    }
    story.check(
        back && failed == 0,
        "started again, %s has its share again after %d requests and %.1f s, %d failed",
        victim.name(),
        sent,
        secondsSince(start),
        failed);
  }

  /** Replicas report what they have applied at once and every few seconds. */
  private void showReplicas() throws IOException, InterruptedException, ComplaintException {
    story.step("The replicas that serve the instance");
    String path = story.resolve("/v1/instances/{instance}/replicas?live=true");
    URI address = ports.management().resolve(path);
    long start = System.nanoTime();
    while (!haveCaughtUp(people.get(address)) && secondsSince(start) < CATCH_UP_SECONDS) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    Answer answer = story.succeed("GET", path, "");
    for (JsonNode replica : answer.body().path("items")) {
      story.say(
          "%s  %s  position %d",
          replica.path("replicaId").asText(),
          replica.path("state").asText(),
          replica.path("position").asLong());
    }
    story.check(haveCaughtUp(answer), "%d live replicas have applied everything", replicas.size());
  }

  private boolean haveCaughtUp(Answer reports) {
    return reports
            .body()
            .path("items")
            .valueStream()
            .filter(replica -> replica.path("position").asLong() >= story.position())
            .count()
        >= replicas.size();
  }

  private void showEvents() throws IOException, InterruptedException, ComplaintException {
    story.step("What the ledger recorded, newest first");
    // what is at least as new as the latest write
    String path = "/v1/events?limit=%d&min_position=%d".formatted(SHOWN_EVENTS, story.position());
    JsonNode events = story.succeed("GET", path, "").body().path("items");
    for (JsonNode event : events) {
      story.say(
          "%6d  %-32s %-36s by %s",
          event.path("position").asLong(),
          event.path("type").asText(),
          event.path("stream").asText(event.path("subjects").path(0).asText()),
          event.path("actor").asText());
    }
    JsonNode latest =
        events
            .valueStream()
            .filter(event -> !event.path("type").asText().startsWith("key."))
            .findFirst()
            .orElseThrow();
    story.check(
        latest.path("actor").asText().equals(people.newest()),
        "the latest change is by %s",
        people.newest());
  }

  private void showWhereToLook() {
    story.step("Look around");
    URI management = ports.management();
    story.say("curl http://%s:%d%s", host(), ports.of(Listener.DATA_PLANE), PATH);
    story.say(
        "curl -H 'Host: %s' %s%s  (where names below localhost are not resolved)",
        host(), replicas.getFirst(), PATH);
    String shown = people.header(home.adminKey());
    story.say("curl%s %s/v1/upstreams/%s", shown, management, story.resolve("{upstream}"));
    story.say("curl%s %s/v1/events", shown, management);
    story.say("curl %s/replica", ports.address(Listener.DATA_PLANE_ADMIN));
    story.say("%s/  (console; ./weir open logs in)", management);
  }

  /** The host name by which callers mean the service. */
  private String host() {
    return story.resolve("{service}.localhost");
  }

  private Crowd send(int count, IntConsumer after) {
    return Crowd.send(count, replicas, host(), PATH, after);
  }

  private void awaitReplicas() throws InterruptedException, ComplaintException {
    long start = System.nanoTime();
    for (URI replica : ports.addresses(Listener.DATA_PLANE_ADMIN)) {
      while (positionOf(replica) < story.position()) {
        if (secondsSince(start) > CATCH_UP_SECONDS) {
          throw new ComplaintException(
              "%s has not applied position %d after %d s"
                  .formatted(replica, story.position(), CATCH_UP_SECONDS));
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    story.say(
        "all replicas have position %d, %.0f ms after the answer",
        story.position(), secondsSince(start) * 1e3);
  }

  private static long positionOf(URI replica) throws InterruptedException {
    try {
      return Answer.get(replica.resolve("/replica")).body().path("position").asLong(-1);
    } catch (IOException notNow) {
      return -1;
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String failures(Crowd crowd) {
    return crowd.failures().isEmpty() ? "" : " " + crowd.failures();
  }
}
