package io.weir.testing.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Counts the files and sockets of this process, to find what a request leaves open. */
public final class OpenFiles {
  private static final File LISTING = new File("/proc/self/fd");
  private static final int WARM_UP = 200;

  private OpenFiles() {}

  /** How many there are. */
  public static int count() {
    String[] open = LISTING.list();
    if (open == null) {
      throw new IllegalStateException(LISTING + " cannot be read");
    }
    return open.length;
  }

  /** How many more there are after so many reads, taking turns, than before; may be negative. */
  public static int leftBy(int requests, URI... reads) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      send(client, WARM_UP, reads);
      int before = count();
      send(client, requests, reads);
      return count() - before;
    }
  }

  private static void send(HttpClient client, int requests, URI... reads)
      throws InterruptedException {
    for (int i = 0; i < requests; i++) {
      var request =
          HttpRequest.newBuilder(reads[i % reads.length])
              .header("X-Forwarded-For", "192.0.2." + i % 250)
              .build();
      try {
        client.send(request, BodyHandlers.discarding());
      } catch (IOException e) {
        throw new UncheckedIOException("request " + i, e);
      }
    }
  }
}
