package io.weir.standalone.platform;

import io.weir.standalone.home.ComplaintException;
import io.weir.stores.KafkaServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Command lines for the built programs of a checkout, on the JDK this one runs on.
 *
 * <p>Each uses the classes that its JVM left at the end of an earlier run, which takes about half
 * of the processor time of a start.
 *
 * @param root the checkout
 * @see <a href="https://openjdk.org/jeps/350">JEP 350, dynamic class-data sharing archives</a>
 */
public record Programs(Path root) {

  private static final String KAFKA = "kafka";
  private static final String DATA_PLANE = "data-plane";
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final List<String> ALWAYS =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          // Netty and Kafka do both, and the JDK would warn of it at every start.
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  // The quick compiler alone: these need about two fifths less processor time to start, and what
  // they do then mostly waits for disks and networks.
  private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  // Both compilers, since the quick one alone takes twice as long for an image and knows no
  // instructions for SHA-256; but the other only for what is run ten times as often as it would
  // ask for, or it took half of the processor time of a start. Room for what was, beside what is;
  // half of it for what is new, of which more is gone by then the longer it is left alone.
  private static final List<String> SERVICE =
      List.of(
          "-Xmx512m",
          "-XX:NewRatio=1",
          "-XX:+UseParallelGC",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private static final List<String> SMALL = List.of("-Xmx256m");

  private static final List<String> OWN =
      List.of(
          "-cp",
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
              .map(entry -> Path.of(entry).toAbsolutePath().toString())
              .collect(Collectors.joining(File.pathSeparator)));

  private static final int JARS_BELOW = 4;

  List<String> service(String name) throws IOException {
    Path jar = serviceJar(name);
    return java(SERVICE, archive(name, jar, true), List.of("-jar", jar.toString()));
  }

  /**
   * A replica.
   *
   * @param first whether it is the one that leaves its classes for all
   */
  List<String> dataPlane(boolean first, List<String> arguments) throws IOException {
    Path jar = dataPlaneJar();
    List<String> archive = archive(DATA_PLANE, jar, first);
    return java(SMALL, List.of("-Xms64m"), archive, List.of("-jar", jar.toString()), arguments);
  }

  List<String> kafka(List<String> arguments) throws IOException {
    List<String> archive = archive(KAFKA, ownJar(), true);
    return java(SMALL, QUICK, archive, OWN, List.of(KafkaServer.class.getName()), arguments);
  }

  /** Another process of this very program. */
  public static List<String> self(String heap, List<String> arguments) {
    return java(List.of(heap), QUICK, OWN, List.of("io.weir.standalone.Weir"), arguments);
  }

  /**
   * Refuses to go on without the built jars.
   *
   * @throws ComplaintException naming every one that is missing
   */
  public void check() throws ComplaintException {
    String missing =
        Stream.concat(
                Platform.SERVICES.stream().map(service -> serviceJar(service.component())),
                Stream.of(dataPlaneJar()))
            .filter(jar -> !Files.isRegularFile(jar))
            .map(jar -> root.relativize(jar).toString())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new ComplaintException("not built yet: " + missing + " (./weir build)");
    }
  }

  /** Where PostgreSQL's programs are unpacked. */
  public Path lib() {
    return root.resolve(".weir/lib");
  }

  /** Whether the programs that start without the others have left their classes. */
  public boolean areArchived() throws IOException {
    return Files.exists(archive(DATA_PLANE, dataPlaneJar()))
        && Files.exists(archive(KAFKA, ownJar()));
  }

  Path serviceJar(String name) {
    return root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
  }

  Path dataPlaneJar() {
    return root.resolve("data-plane/target/data-plane.jar");
  }

  /** What asks a running Weir, or proves what it kept. */
  public List<String> cli(String... arguments) {
    String jar = root.resolve("cli/target/cli.jar").toString();
    return java(QUICK, List.of("-jar", jar), List.of(arguments));
  }

  /**
   * Options of a JVM that uses the archive of a program; those of its earlier builds are removed.
   *
   * @param make whether this run leaves one when there is none
   */
  private List<String> archive(String name, Path jar, boolean make) throws IOException {
    Path file = archive(name, jar);
    Path folder = Files.createDirectories(file.resolveSibling("."));
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, name + "-????????.jsa")) {
      for (Path other : all) {
        if (!other.getFileName().equals(file.getFileName())) {
          Files.deleteIfExists(other);
        }
      }
    }
    return List.of(
        make ? "-XX:+AutoCreateSharedArchive" : "-XX:-AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + file,
        // what cannot be archived is no news for the user
        "-Xlog:disable",
        "-Xlog:all=error:stderr");
  }

  /** Named by what the program's jars are, which lie beside or below it: their sizes and times. */
  private Path archive(String name, Path jar) throws IOException {
    TreeSet<String> jars = new TreeSet<>();
    try (Stream<Path> files = Files.walk(jar.resolveSibling(".").normalize(), JARS_BELOW)) {
      for (Path one : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        jars.add(one + " " + Files.size(one) + " " + Files.getLastModifiedTime(one));
      }
    }
    return root.resolve(".weir/archives/%s-%08x.jsa".formatted(name, jars.hashCode()));
  }

  private static Path ownJar() {
    return Path.of(OWN.getLast().split(File.pathSeparator, -1)[0]);
  }

  @SafeVarargs
  private static List<String> java(List<String>... parts) {
    return Stream.concat(
            Stream.concat(Stream.of(JAVA.toString()), ALWAYS.stream()),
            Stream.of(parts).flatMap(List::stream))
        .toList();
  }
}
