package io.weir.projector.hash;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHashes;
import io.weir.contracts.image.Snapshot;
import io.weir.projector.intake.LedgerIntake;
import io.weir.projector.store.Database;
import io.weir.projector.store.DatabaseUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the image now and then, if it changed, on a thread of its own, and keeps one row of what
 * it found; the row is written every few seconds in any case, as a sign of life.
 */
@ApplicationScoped
public class ImageHashRows {
  private static final Logger LOG = Logger.getLogger(ImageHashRows.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private static final String UPSERT =
      """
      insert into projector.image_hash (process, position, hashes) values ($1, $2, $3::text::json)
      on conflict (process) do update set
        position = excluded.position, hashes = excluded.hashes, seen_at = clock_timestamp()\
      """;

  /** A projector that has gone says nothing any more. */
  private static final String FORGET =
      "delete from projector.image_hash where seen_at < clock_timestamp() - interval '1 hour'";

  private final LedgerIntake intake;
  private final Database database;
  private final LedgerEnd ledger;
  private final String process;
  private final ImageHashes hashes;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("image-hasher").daemon().factory());

  ImageHashRows(
      LedgerIntake intake,
      Database database,
      LedgerEnd ledger,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.intake = intake;
    this.database = database;
    this.ledger = ledger;
    this.process = host() + ":" + port;
    this.hashes = new ImageHashes(this::image);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private @Nullable GatewayImage image() {
    Snapshot now = intake.snapshot();
    return now == null ? null : now.image();
  }

  /** Begins; returns at once. */
  public void start() {
    thread.scheduleWithFixedDelay(
        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends. */
  public void stop() {
    thread.shutdownNow();
  }

  private void look() {
    try {
      GatewayImage now = image();
      if (now == null) {
        return;
      }
      hashes.look();
      ledger.compare(now);
      database.query(UPSERT, process, now.position(), json());
      database.query(FORGET);
    } catch (DatabaseUnavailableException e) {
      LOG.debugf(e, "Hashes of images wait for PostgreSQL");
    } catch (RuntimeException | Error e) {
      // an error, too: what a schedule's work throws ends the schedule
      LOG.warnf(e, "The image cannot be hashed");
    }
  }

  private String json() {
    try {
      return Json.MAPPER.writeValueAsString(hashes.newestFirst());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write hashes", e);
    }
  }
}
