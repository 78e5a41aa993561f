package io.weir.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Follows the events over connections that break where chance has it, and goes on each time. */
final class Follower {
  private final URI stream;
  private final Random random;
  private final List<Long> seen = new ArrayList<>();
  private String last = "0";
  private int connections;

  Follower(Weir weir, long seed) {
    stream = URI.create(weir.base() + "/v1/events/stream");
    random = new Random(seed);
  }

  /** The positions of the events that came, in the order in which they came. */
  List<Long> seen() {
    return seen;
  }

  int connections() {
    return connections;
  }

  /** Follows until the event at a position has come. */
  void until(long position) throws Exception {
    while (seen.isEmpty() || seen.getLast() < position) {
      int events = 1 + random.nextInt(60);
      int bytes = random.nextInt(400);
      connect(events, bytes, () -> !seen.isEmpty() && seen.getLast() >= position);
    }
  }

  /** One connection, left after some events and some bytes of the next. */
  private void connect(int events, int bytes, BooleanSupplier enough) throws Exception {
    connections++;
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(stream).header("Last-Event-ID", last).build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IOException("the stream answers " + answer.statusCode());
      }
      try (InputStream body = answer.body()) {
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        String id = "";
        boolean data = false;
        for (int come = 0; come < events && !enough.getAsBoolean(); ) {
          String line = lines.readLine();
          if (line == null) {
            return;
          }
          if (line.startsWith("id:")) {
            id = line.substring(3).strip();
          } else if (line.startsWith("data:")) {
            data = true;
          } else if (line.isEmpty() && data) {
            seen.add(Long.valueOf(id));
            last = id;
            data = false;
            come++;
          }
        }
        if (!enough.getAsBoolean()) {
          body.readNBytes(bytes);
        }
      } finally {
        client.shutdownNow();
      }
    }
  }
}
