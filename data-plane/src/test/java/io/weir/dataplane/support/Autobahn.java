package io.weir.dataplane.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The fuzzing client of the Autobahn test suite 0.5.6 (RFC 6455), run by Jython in a process of its
 * own against WebSocket servers that echo messages.
 */
public final class Autobahn {
  /** The folder that the Maven profile {@code autobahn} puts the suite and Jython into. */
  public static final String JARS = "weir.autobahn";

  /** Every case but those of group 9, which measure how fast a server is and take many minutes. */
  public static final List<String> ALL =
      List.of("1.*", "2.*", "3.*", "4.*", "5.*", "6.*", "7.*", "10.*");

  private static final int MINUTES = 30;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path directory;

  /**
   * What became of a case: OK, NON-STRICT, INFORMATIONAL, UNIMPLEMENTED or FAILED.
   *
   * @param behavior how messages were answered
   * @param close how the connection ended; also WRONG CODE, UNCLEAN, FAILED BY CLIENT
   */
  public record Outcome(String behavior, String close) {}

  /** Keeps its files in a directory that a test owns. */
  public Autobahn(Path directory) {
    this.directory = directory;
  }

  /**
   * Runs cases against servers of this host, one server after the other.
   *
   * @param servers by a name of each, whatever their host names are
   * @param cases names of cases, and groups such as {@code 6.*}
   * @return by the names of the servers, the outcomes by the names of the cases
   */
  public Map<String, Map<String, Outcome>> run(Map<String, URI> servers, Collection<String> cases)
      throws IOException, InterruptedException {
    Path reports = Files.createTempDirectory(directory, "reports");
    Path output = reports.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpython.cachedir.skip=true",
                "-Djdk.net.hosts.file=" + hosts(servers.values()),
                "-cp",
                System.getProperty(JARS) + File.separator + "*",
                "org.python.util.jython",
                "-c",
                "from autobahntestsuite import wstest; wstest.run()",
                "--mode",
                "fuzzingclient",
                "--spec",
                spec(servers, cases, reports).toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Autobahn still runs after " + MINUTES + " minutes");
    }
    Path index = reports.resolve("index.json");
    if (Files.notExists(index)) {
      throw new IOException("Autobahn reports nothing:\n" + Files.readString(output));
    }
    JsonNode report = MAPPER.readTree(index.toFile());
    Map<String, Map<String, Outcome>> outcomes = new TreeMap<>();
    servers.keySet().forEach(name -> outcomes.put(name, outcomes(report.path(name))));
    return outcomes;
  }

  /** The names of services resolve to this host only where the system resolver is told so. */
  private Path hosts(Collection<URI> servers) throws IOException {
    return Files.write(
        directory.resolve("hosts"),
        servers.stream().map(server -> "127.0.0.1 " + server.getHost()).distinct().toList());
  }

  private static Path spec(Map<String, URI> servers, Collection<String> cases, Path reports)
      throws IOException {
    Path spec = reports.resolve("spec.json");
    MAPPER.writeValue(
        spec.toFile(),
        Map.of(
            "outdir",
            reports.toString(),
            "servers",
            servers.entrySet().stream()
                .map(one -> Map.of("agent", one.getKey(), "url", one.getValue().toString()))
                .toList(),
            "cases",
            cases));
    return spec;
  }

  private static Map<String, Outcome> outcomes(JsonNode cases) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : cases.properties()) {
      JsonNode outcome = one.getValue();
      outcomes.put(
          one.getKey(),
          new Outcome(outcome.path("behavior").asText(), outcome.path("behaviorClose").asText()));
    }
    return outcomes;
  }
}
