package io.weir.yaml;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The configuration of a Weir that runs, from {@code GET /v1/snapshot}. */
final class RunningWeir {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int SHOWN = 300;

  private RunningWeir() {}

  /**
   * The image it has now.
   *
   * @throws IOException if it does not answer with a snapshot that can be read
   */
  static GatewayImage read(URI origin) throws IOException, InterruptedException {
    URI uri = URI.create(origin.toString().replaceAll("/+$", "") + "/v1/snapshot");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build()) {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException(
              "%s answers %d %s".formatted(uri, response.statusCode(), beginning(body)));
        }
        return Snapshot.read(body, EventCodec.CURRENT).image();
      }
    } catch (ConnectException e) {
      throw new IOException("nobody listens at " + origin, e);
    } catch (UnknownEventException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String beginning(InputStream body) throws IOException {
    return new String(body.readNBytes(SHOWN), StandardCharsets.UTF_8);
  }
}
