package io.weir.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import picocli.CommandLine.Option;

/** A Weir that runs already, as the options of a benchmark name it. */
public final class MeasuredWeir {
  @Option(
      names = "--management",
      defaultValue = "http://localhost:8080",
      description = "Where control-api is (default: http://localhost:8080).")
  private URI url = URI.create("");

  /** A request to a path, with the API key of {@code WEIR_KEY} if there is one. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path));
    String key = System.getenv("WEIR_KEY");
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }
}
