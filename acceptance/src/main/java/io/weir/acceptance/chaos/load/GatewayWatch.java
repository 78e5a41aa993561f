package io.weir.acceptance.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Recording;
import io.weir.acceptance.chaos.history.Sighting;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Hash;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Asks one gateway node a few times a second what it serves. */
public final class GatewayWatch implements Runnable {
  private static final int PATIENCE_MILLIS = 1_500;
  private static final int PAUSE_MILLIS = 200;

  private final Target gateway;
  private final URI replica;
  private final IntSupplier starts;
  private final Recording recording;
  private volatile boolean stopped;

  /**
   * A watch.
   *
   * @param admin the node's admin port
   * @param starts how often its process was started
   */
  public GatewayWatch(Target gateway, URI admin, IntSupplier starts, Recording recording) {
    this.gateway = gateway;
    this.replica = admin.resolve("/replica");
    this.starts = starts;
    this.recording = recording;
  }

  /** Ends it. */
  public void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        Sighting seen = look();
        if (seen != null) {
          recording.add(seen);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it says now; null if it does not answer, or is being started anew. */
  public @Nullable Sighting look() {
    int start = starts.getAsInt();
    try {
      HttpURLConnection connection = (HttpURLConnection) replica.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      try {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
          return null;
        }
        JsonNode said = Management.JSON.readTree(connection.getInputStream());
        return starts.getAsInt() == start ? sighting(start, said) : null;
      } finally {
        connection.disconnect();
      }
    } catch (IOException away) {
      return null;
    }
  }

  private Sighting sighting(int start, JsonNode said) {
    List<ImageHash> hashes = new ArrayList<>();
    for (JsonNode hash : said.path("imageHashes")) {
      hashes.add(
          new ImageHash(
              hash.path("format").asText(),
              hash.path("position").asLong(),
              new Hash(hash.path("hash").asText())));
    }
    return new Sighting(
        gateway,
        start,
        System.nanoTime(),
        said.path("state").asText(),
        said.path("ready").asBoolean(),
        said.path("position").asLong(),
        said.path("ledgerId").textValue(),
        said.path("hash").textValue(),
        hashes);
  }
}
