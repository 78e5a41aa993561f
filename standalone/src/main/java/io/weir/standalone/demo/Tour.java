package io.weir.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.standalone.home.Home;
import io.weir.standalone.platform.Addresses;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Builds an API behind a VPC upstream through REST, calls it, breaks a back end, and looks at what
 * was recorded. It can be taken again and again on the same ledger.
 */
public final class Tour {

  private static final int SHOWN_EVENTS = 8;
  private static final int WHILE_STOPPING = 300;
  private static final int A_FEW = 30;
  private static final int UNTIL_BACK = 3000;

  private final Addresses addresses;
  private final Narrator narrator;
  private final ManagementApi api;
  private final Mounting mounting;
  private final DataPlane nodes;
  private final Backends backends;
  private final int requests;
  private final long began;

  /**
   * @param requests how many to send over the weighted upstream, at least 1
   * @param began {@link System#nanoTime()} when the user asked for the tour
   */
  public Tour(Home home, Addresses addresses, Narrator narrator, int requests, long began) {
    this.addresses = addresses;
    this.narrator = narrator;
    this.api = new ManagementApi(addresses.management(), narrator);
    this.mounting = new Mounting(api, narrator);
    this.nodes = new DataPlane(addresses.dataPlane(), addresses.dataPlaneAdmin());
    this.backends = new Backends(home);
    this.requests = requests;
    this.began = began;
  }

  /** Takes the tour; the narrator knows afterwards what did not hold. */
  public void take() throws IOException, InterruptedException, TourFailedException {
    List<Backends.Running> servers = startBackends();
    Mounted mounted = mounting.mount(servers);
    callBeforeTheLink(mounted);
    callAfterTheLink(mounted);
    sendMany(mounted, servers);
    Backends.Running victim = servers.get(1);
    stopOneUnderLoad(mounted, victim);
    startItAgain(mounted, victim);
    tryToDelete(mounted);
    showNodes(mounted);
    showEvents();
    showWhereToLook(mounted);
  }

  /** Stops what the tour itself started. */
  public void stopBackends() throws IOException, InterruptedException {
    backends.stopAll();
  }

  private List<Backends.Running> startBackends()
      throws IOException, InterruptedException, TourFailedException {
    narrator.step("Three back ends, each a process that answers with its name");
    List<Backends.Running> servers = backends.start();
    for (Backends.Running server : servers) {
      narrator.say(
          "%s  http://%s:%d  weight %d"
              .formatted(server.name(), Backends.HOST, server.port(), server.weight()));
    }
    return servers;
  }

  private void callBeforeTheLink(Mounted mounted)
      throws IOException, InterruptedException, TourFailedException {
    narrator.step("A call before the networks are joined");
    awaitNodes();
    for (int node = 0; node < nodes.count(); node++) {
      Answer answer = call(node, mounted);
      narrator.check(
          answer.status() == 503 && answer.text().contains("VPC_NOT_CONNECTED"),
          "refused with 503 VPC_NOT_CONNECTED");
    }
  }

  private void callAfterTheLink(Mounted mounted)
      throws IOException, InterruptedException, TourFailedException {
    narrator.step("Both networks joined by Cloud Connect; API and upstream are not touched");
    mounting.link(mounted);
    awaitNodes();
    for (int node = 0; node < nodes.count(); node++) {
      Answer answer = call(node, mounted);
      narrator.check(answer.status() == 200, "answered \"" + answer.text() + "\"");
      if (node == 0) {
        narrator.say(
            String.format(
                Locale.ROOT, "first forwarded request after %.1f s", secondsSince(began)));
      }
    }
  }

  private void sendMany(Mounted mounted, List<Backends.Running> servers) {
    narrator.step("%d requests over %d data-plane nodes".formatted(requests, nodes.count()));
    long start = System.nanoTime();
    Tally tally = nodes.getMany(requests, mounted.host(), Mounted.PATH, answered -> {});
    double seconds = secondsSince(start);
    Split split = new Split(servers, tally, requests);
    split.lines().forEach(narrator::say);
    narrator.check(
        tally.answered() == requests,
        String.format(
            Locale.ROOT,
            "%d of %d answered 200, in %.1f s%s",
            tally.answered(),
            requests,
            seconds,
            failures(tally)));
    // A node deals exactly over a round; an unfinished round is all that can be off.
    narrator.check(
        split.worst() <= (double) nodes.count() * split.weights(),
        String.format(
            Locale.ROOT, "the split follows the weights, largest deviation %.1f", split.worst()));
  }

  private void stopOneUnderLoad(Mounted mounted, Backends.Running victim)
      throws IOException, InterruptedException {
    narrator.step(
        "%s stopped in the middle of %d requests".formatted(victim.name(), WHILE_STOPPING));
    CompletableFuture<Void> underWay = new CompletableFuture<>();
    CompletableFuture<Tally> sending =
        CompletableFuture.supplyAsync(
            () ->
                nodes.getMany(
                    WHILE_STOPPING,
                    mounted.host(),
                    Mounted.PATH,
                    answered -> {
                      if (answered == WHILE_STOPPING / 10) {
                        underWay.complete(null);
                      }
                    }));
    CompletableFuture.anyOf(underWay, sending).join();
    backends.stop(victim);
    Tally tally = sending.join();
    narrator.say("answered by " + tally);
    narrator.check(
        tally.answered() == WHILE_STOPPING,
        "%d failed requests%s".formatted(tally.failed(), failures(tally)));
  }

  private void startItAgain(Mounted mounted, Backends.Running victim)
      throws IOException, InterruptedException, TourFailedException {
    backends.startAgain(victim);
    long start = System.nanoTime();
    int sent = 0;
    int failed = 0;
    boolean back = false;
    while (!back && sent < UNTIL_BACK) {
      Tally tally = nodes.getMany(A_FEW, mounted.host(), Mounted.PATH, answered -> {});
      sent += A_FEW;
      failed += tally.failed();
      back = tally.of(victim.name()) > 0;
    }
    narrator.check(
        back && failed == 0,
        String.format(
            Locale.ROOT,
            "started again, %s has its share again after %d requests and %.1f s, %d failed",
            victim.name(),
            sent,
            secondsSince(start),
            failed));
  }

  private void tryToDelete(Mounted mounted) throws IOException, InterruptedException {
    narrator.step("The upstream is in use, so it cannot be deleted");
    Answer answer = api.delete("/v1/upstreams/" + mounted.upstream());
    narrator.say(answer.text("detail"));
    narrator.check(
        answer.status() == 409
            && (answer.text().contains(mounted.api()) || answer.text().contains(mounted.apiName())),
        "refused, and the refusal names the API " + mounted.api());
  }

  /** Nodes report what they have applied at once and every few seconds. */
  private void showNodes(Mounted mounted)
      throws IOException, InterruptedException, TourFailedException {
    narrator.step("The data-plane nodes that serve the instance");
    String path = "/v1/instances/" + mounted.instance() + "/data-plane-nodes?live=true";
    Answer answer = api.awaitRead(path, body -> haveCaughtUp(body.path("items")));
    for (JsonNode node : answer.body().path("items")) {
      narrator.say(
          "%s  %s  position %d"
              .formatted(
                  node.path("nodeId").asText(),
                  node.path("state").asText(),
                  node.path("position").asLong()));
    }
    narrator.check(
        haveCaughtUp(answer.body().path("items")),
        "%d live nodes have applied everything".formatted(nodes.count()));
  }

  private boolean haveCaughtUp(JsonNode reports) {
    int current = 0;
    for (JsonNode node : reports) {
      current += node.path("position").asLong() >= api.position() ? 1 : 0;
    }
    return current >= nodes.count();
  }

  private void showEvents() throws IOException, InterruptedException, TourFailedException {
    narrator.step("What the ledger recorded, newest first");
    JsonNode events = api.get("/v1/events?limit=" + SHOWN_EVENTS).body().path("items");
    for (JsonNode event : events) {
      narrator.say(
          "%6d  %-32s %-36s by %s"
              .formatted(
                  event.path("position").asLong(),
                  event.path("type").asText(),
                  event.path("stream").asText(event.path("subjects").path(0).asText()),
                  event.path("actor").asText()));
    }
    JsonNode newest = events.path(0);
    narrator.check(
        newest.path("position").asLong() >= api.position()
            && newest.path("actor").asText().equals(ManagementApi.ACTOR),
        "the newest is the tour's own");
  }

  private void showWhereToLook(Mounted mounted) {
    narrator.step("Look around");
    String path = Mounted.PATH;
    narrator.say(
        "curl http://%s:%d%s".formatted(mounted.host(), addresses.ports().dataPlane(), path));
    narrator.say(
        "curl -H 'Host: %s' %s%s  (where names below localhost are not resolved)"
            .formatted(mounted.host(), addresses.dataPlane().getFirst(), path));
    narrator.say("curl %s/v1/upstreams/%s".formatted(addresses.management(), mounted.upstream()));
    narrator.say("curl %s/v1/events".formatted(addresses.management()));
    narrator.say("curl %s/replica".formatted(addresses.dataPlaneAdmin().getFirst()));
    narrator.say(addresses.management() + "/  (console)");
  }

  private Answer call(int node, Mounted mounted) throws IOException, InterruptedException {
    Answer answer = nodes.get(node, mounted.host(), Mounted.PATH);
    narrator.call(
        "GET http://%s:%d%s"
            .formatted(mounted.host(), nodes.traffic().get(node).getPort(), Mounted.PATH),
        answer,
        answer.text("code"));
    return answer;
  }

  private void awaitNodes() throws InterruptedException, TourFailedException {
    long millis = nodes.awaitPosition(api.position());
    narrator.say(
        "all data-plane nodes have position %d, %d ms after the answer"
            .formatted(api.position(), millis));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String failures(Tally tally) {
    return tally.failed() == 0 ? "" : " (" + tally.failureSummary() + ")";
  }
}
