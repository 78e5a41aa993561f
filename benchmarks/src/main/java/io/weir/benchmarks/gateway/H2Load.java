package io.weir.benchmarks.gateway;

import io.weir.benchmarks.gateway.Load.Throughput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A closed loop of HTTP/2 by h2load, which comes with nghttp2. */
final class H2Load {
  private static final Pattern TOOK = Pattern.compile("finished in ([0-9.]+)(us|ms|s|m)");
  private static final Pattern REQUESTS =
      Pattern.compile("(\\d+) done, \\d+ succeeded, (\\d+) failed, (\\d+) errored");
  private static final Pattern STATUS = Pattern.compile("status codes: (\\d+) 2xx");

  private final Optional<Path> program = Machine.program("h2load");
  private final Children children;

  H2Load(Children children) {
    this.children = children;
  }

  /** Why cases of HTTP/2 are left out, if they are. */
  Optional<String> missing() {
    return program.isPresent()
        ? Optional.empty()
        : Optional.of("h2load is not installed (Debian: nghttp2-client)");
  }

  /** Its version. */
  String describe() {
    return program.map(h2load -> Machine.firstLine(h2load.toString(), "--version")).orElse("");
  }

  /** Whether one request is answered with 2xx. */
  boolean isAnswered(Site site, int port) throws InterruptedException {
    try {
      return answered(run(site, port, List.of("-n1", "-c1", "-m1"), 10)) == 1;
    } catch (IOException e) {
      return false;
    }
  }

  /** As many requests as the streams of the case carry. */
  Throughput closed(Site site, int port, double seconds) throws IOException, InterruptedException {
    long whole = Math.max(1, Math.round(seconds));
    List<String> amount =
        List.of("-D" + whole, "-c" + site.of().connections(), "-m" + Clients.STREAMS);
    String output = run(site, port, amount, whole + 30);
    Matcher requests = REQUESTS.matcher(output);
    Matcher took = TOOK.matcher(output);
    if (!requests.find() || !took.find()) {
      throw new IOException("h2load says: " + output);
    }
    long done = Long.parseLong(requests.group(1));
    long broken = Long.parseLong(requests.group(2)) + Long.parseLong(requests.group(3));
    // when time is up, some heads have been answered whose bodies are not there
    long refused = Math.max(0, done - answered(output));
    return new Throughput(done, Load.seconds(took.group(1), took.group(2)), broken + refused);
  }

  private static long answered(String output) throws IOException {
    Matcher status = STATUS.matcher(output);
    if (!status.find()) {
      throw new IOException("h2load says: " + output);
    }
    return Long.parseLong(status.group(1));
  }

  private String run(Site site, int port, List<String> amount, long patience)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.orElseThrow().toString(), "-t1"));
    command.addAll(amount);
    command.addAll(List.of("-H", ":authority: " + Site.HOST));
    if (site.of().clients() == Clients.GRPC) {
      command.addAll(List.of("-H", "content-type: application/grpc", "-H", "te: trailers"));
    }
    if (site.of().requestBytes() > 0) {
      command.addAll(List.of("-d", body(site).toString()));
    }
    command.addAll(List.of("-B", Load.url(site, port), "-i", Load.paths(site).toString()));
    return children.output(site.loadCore(), command, patience);
  }

  private static Path body(Site site) throws IOException {
    Path file = site.file("body");
    return Files.exists(file)
        ? file
        : Files.writeString(file, "x".repeat(site.of().requestBytes()));
  }
}
