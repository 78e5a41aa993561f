package io.weir.dataplane.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The conformance suite h2spec 2.2.0 (RFC 7540 and 7541), run against a port of this host. */
public final class H2Spec {
  private static final String ARCHIVE = "/h2spec/2.2.0/h2spec_linux_amd64.tar.gz";
  private static final int TAR_HEADER = 512;
  private static final int MINUTES = 5;
  private static final int CASES = 145;

  private final Path program;
  private final Path directory;

  /** What became of a case: passed, skipped, or why not. */
  public record Verdict(boolean passed, boolean skipped, String detail) {}

  /** Unpacks the program into a directory that a test owns. */
  public H2Spec(Path directory) throws IOException {
    this.directory = directory;
    program = directory.resolve("h2spec");
    if (Files.notExists(program)) {
      unpack();
    }
  }

  /** Whether the program runs on this machine. */
  public static boolean runsHere() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  /** The archive holds one file, of which only name and size are of interest. */
  private void unpack() throws IOException {
    try (InputStream resource = H2Spec.class.getResourceAsStream(ARCHIVE);
        InputStream tar = new GZIPInputStream(resource)) {
      byte[] header = tar.readNBytes(TAR_HEADER);
      String size = new String(header, 124, 11, StandardCharsets.US_ASCII).trim();
      Files.write(program, tar.readNBytes(Integer.parseInt(size, 8)));
    }
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
  }

  /** Runs every case against a cleartext server that answers GET of this path with a body. */
  public Map<String, Verdict> run(int port, String path) throws Exception {
    Path report = directory.resolve("h2spec-" + port + ".xml");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--path",
                path,
                "--timeout",
                "1",
                "--junit-report",
                report.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("h2spec-" + port + ".txt").toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("h2spec still runs after " + MINUTES + " minutes");
    }
    Map<String, Verdict> verdicts = verdicts(report);
    if (verdicts.size() != CASES) {
      throw new IOException("h2spec ran " + verdicts.size() + " of " + CASES + " cases");
    }
    return verdicts;
  }

  /** The names of the cases that passed. */
  public static List<String> passed(Map<String, Verdict> verdicts) {
    return verdicts.keySet().stream().filter(name -> verdicts.get(name).passed()).toList();
  }

  /** The cases that failed, and why. */
  public static List<String> failures(Map<String, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(one -> !one.getValue().passed() && !one.getValue().skipped())
        .map(one -> one.getKey() + ": " + one.getValue().detail())
        .toList();
  }

  private static Map<String, Verdict> verdicts(Path report) throws Exception {
    Map<String, Verdict> verdicts = new TreeMap<>();
    NodeList suites =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      NodeList cases = suite.getElementsByTagName("testcase");
      for (int j = 0; j < cases.getLength(); j++) {
        Element one = (Element) cases.item(j);
        String name =
            "%s/%d: %s"
                .formatted(suite.getAttribute("package"), j + 1, one.getAttribute("classname"));
        verdicts.put(name, verdict(one));
      }
    }
    return verdicts;
  }

  private static Verdict verdict(Element one) {
    for (String kind : new String[] {"failure", "error"}) {
      NodeList why = one.getElementsByTagName(kind);
      if (why.getLength() > 0) {
        return new Verdict(false, false, why.item(0).getTextContent());
      }
    }
    boolean skipped = one.getElementsByTagName("skipped").getLength() > 0;
    return new Verdict(!skipped, skipped, "");
  }
}
