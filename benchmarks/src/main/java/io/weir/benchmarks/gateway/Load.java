package io.weir.benchmarks.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.benchmarks.load.LoadGenerator;
import io.weir.benchmarks.load.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Load: closed-loop by wrk, or by our own generator where wrk is missing, and by h2load for HTTP/2;
 * open-loop by our own, which speaks HTTP/1.1.
 */
final class Load {
  private static final Pattern REQUESTS =
      Pattern.compile("(\\d+) requests in ([0-9.]+)(us|ms|s|m)");
  private static final Pattern SOCKET_ERRORS =
      Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Pattern OTHER_STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final double GENERATOR_WARM_UP = 2;

  private final Optional<Path> wrk = Machine.program("wrk");
  private final Children children;
  private final H2Load h2load;

  Load(Children children) {
    this.children = children;
    h2load = new H2Load(children);
  }

  /** What speaks HTTP/2. */
  H2Load h2load() {
    return h2load;
  }

  /** What a closed loop showed. */
  record Throughput(long requests, double seconds, long errors) {
    double perSecond() {
      return requests / seconds;
    }
  }

  /** What makes the closed loop, with its version. */
  String describe() {
    return wrk.map(program -> Machine.firstLine(program.toString(), "-v"))
            .orElse("own generator (wrk is not installed)")
        + ", "
        + h2load.missing().orElseGet(h2load::describe);
  }

  /** As many requests as the connections of the case carry. */
  Throughput closed(Site site, int port, double seconds) throws IOException, InterruptedException {
    if (site.of().clients().http2()) {
      return h2load.closed(site, port, seconds);
    }
    if (wrk.isEmpty()) {
      Measured measured = generate(site, port, 0, 0, seconds);
      return new Throughput(measured.total(), seconds, measured.errors());
    }
    long whole = Math.max(1, Math.round(seconds));
    List<String> command =
        List.of(
            wrk.get().toString(),
            "-t1",
            "-c" + site.of().connections(),
            "-d" + whole + "s",
            "--timeout",
            "10s",
            "-s",
            script(site).toString(),
            url(site, port));
    String output = children.output(site.loadCore(), command, whole + 30);
    Matcher requests = REQUESTS.matcher(output);
    if (!requests.find()) {
      throw new IOException("wrk says: " + output);
    }
    long errors = 0;
    Matcher sockets = SOCKET_ERRORS.matcher(output);
    if (sockets.find()) {
      for (int i = 1; i <= 4; i++) {
        errors += Long.parseLong(sockets.group(i));
      }
    }
    Matcher status = OTHER_STATUS.matcher(output);
    errors += status.find() ? Long.parseLong(status.group(1)) : 0;
    return new Throughput(
        Long.parseLong(requests.group(1)), seconds(requests.group(2), requests.group(3)), errors);
  }

  /** A time as wrk and h2load write it. */
  static double seconds(String number, String unit) {
    return Double.parseDouble(number)
        * switch (unit) {
          case "us" -> 1e-6;
          case "ms" -> 1e-3;
          case "m" -> 60;
          default -> 1;
        };
  }

  /** Requests at a fixed rate, latencies from when each was due. */
  Measured open(Site site, int port, double rate, double seconds)
      throws IOException, InterruptedException {
    return generate(site, port, rate, GENERATOR_WARM_UP, seconds);
  }

  private Measured generate(Site site, int port, double rate, double warmUp, double seconds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Machine.java(), "-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LoadGenerator.class.getName());
    command.addAll(List.of("--url", url(site, port), "--host", Site.HOST));
    command.addAll(List.of("--paths", paths(site).toString()));
    command.addAll(List.of("--body-bytes", Integer.toString(site.of().requestBytes())));
    command.addAll(List.of("--connections", Integer.toString(site.of().connections())));
    command.addAll(List.of("--rate", Double.toString(rate)));
    command.addAll(List.of("--warmup", Double.toString(warmUp)));
    command.addAll(List.of("--seconds", Double.toString(seconds)));
    long patience = (long) (warmUp + seconds + 60);
    String output = children.output(site.loadCore(), command, patience);
    int json = output.lastIndexOf("{\"");
    if (json < 0) {
      throw new IOException("the generator says: " + output);
    }
    return new ObjectMapper().readValue(output.substring(json), Measured.class);
  }

  static String url(Site site, int port) {
    return (site.of().clients().tls() ? "https" : "http") + "://127.0.0.1:" + port;
  }

  static Path paths(Site site) throws IOException {
    Path file = site.file("paths");
    return Files.exists(file) ? file : Files.write(file, site.paths());
  }

  /** Every request is made before the first is sent: the script costs next to nothing. */
  private static Path script(Site site) throws IOException {
    Path file = site.file("wrk.lua");
    if (Files.exists(file)) {
      return file;
    }
    int bytes = site.of().requestBytes();
    return Files.writeString(
        file,
        """
        local requests = {}
        local next = 0
        init = function(args)
          wrk.headers["Host"] = "%s"
          local body = %s
          for path in io.lines("%s") do
            requests[#requests + 1] = wrk.format("%s", path, nil, body)
          end
        end
        request = function()
          next = next %% #requests + 1
          return requests[next]
        end
        """
            .formatted(
                Site.HOST,
                bytes == 0 ? "nil" : "string.rep('x', " + bytes + ")",
                paths(site),
                bytes == 0 ? "GET" : "POST"));
  }
}
