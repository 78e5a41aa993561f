package io.weir.rest.warm;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.guard.access.Insiders;
import io.weir.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * What is done to warm up: connections of the pool are opened, commands rehearsed, and requests
 * made of the service by itself, with one of a stranger whose key there never was. It leaves no
 * event, no attempt and no count of a request.
 */
@ApplicationScoped
class Exercise {
  private static final Logger LOG = Logger.getLogger(Exercise.class);

  /** As many as few clients need at a time; the rest are opened when they are needed. */
  private static final int CONNECTIONS = 4;

  /** The first loads what is needed, the others have it compiled. */
  private static final int ROUNDS = 10;

  /** Beyond which no other round begins: readiness is worth more than the last millisecond. */
  private static final Duration ENOUGH = Duration.ofMillis(700);

  /** For what others start at the same time as this service. */
  private static final Duration FOR_READ_MODEL = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Vertx vertx;
  private final Pool pool;
  private final Ledger ledger;
  private final Insiders insiders;
  private final Instance<Repertoire> repertoires;

  Exercise(
      Vertx vertx, Pool pool, Ledger ledger, Insiders insiders, Instance<Repertoire> repertoires) {
    this.vertx = vertx;
    this.pool = pool;
    this.ledger = ledger;
    this.insiders = insiders;
    this.repertoires = repertoires;
  }

  /**
   * Does it once; waits, and is not for an event loop.
   *
   * @throws IOException if a request is not answered
   */
  void run(GatewayImage image) throws IOException, InterruptedException {
    long began = System.nanoTime();
    openConnections();
    List<Rehearsed> requests =
        repertoires.stream().flatMap(one -> one.requests(image).stream()).toList();
    List<Rehearsed> ofLedger = requests.stream().filter(one -> !one.ofReadModel()).toList();
    try (var self = InnerConnection.open(vertx, insiders::add);
        var stranger = InnerConnection.open(vertx, _ -> {})) {
      round(self, stranger, ofLedger);
      List<Rehearsed> all = hasReadModel() ? requests : ofLedger;
      for (int round = 1; round < ROUNDS; round++) {
        if (round > 1 && System.nanoTime() - began > ENOUGH.toNanos()) {
          break;
        }
        round(self, stranger, all);
      }
    }
  }

  /** Each query has one of its own, since all of them are under way together. */
  private void openConnections() {
    Uni.join()
        .all(
            IntStream.range(0, CONNECTIONS)
                .mapToObj(_ -> pool.query("select pg_sleep(0.01)").execute())
                .toList())
        .andCollectFailures()
        .await()
        .atMost(PATIENCE);
  }

  private void round(InnerConnection self, InnerConnection stranger, List<Rehearsed> requests)
      throws IOException, InterruptedException {
    for (Rehearsed request : requests) {
      int status = self.ask(request, null, PATIENCE);
      LOG.debugf("%s %s: %d", request.method(), request.uri(), status);
    }
    String key = "Bearer " + KeySecret.random(KeyId.random()).text();
    stranger.ask(requests.getFirst(), key, PATIENCE);
    ledger
        .rehearse()
        .onFailure()
        // another process writes, or the database is read-only
        .invoke(e -> LOG.debugf("not rehearsed: %s", e.getMessage()))
        .onFailure()
        .recoverWithNull()
        .await()
        .atMost(PATIENCE);
  }

  private boolean hasReadModel() throws InterruptedException {
    long began = System.nanoTime();
    while (!asksForReadModel()) {
      if (System.nanoTime() - began > FOR_READ_MODEL.toNanos()) {
        LOG.info("lists are not warmed up: there is no read model yet");
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }

  private boolean asksForReadModel() {
    return pool.query("select to_regclass('" + ReadView.CHECKPOINT + "') is not null")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0))
        .await()
        .atMost(PATIENCE);
  }
}
