package io.weir.testing;

import io.weir.stores.KafkaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Kafka in a child JVM on the loopback interface, with its data in a temporary directory. A JVM of
 * its own, because the broker's libraries (Scala, Jackson, its own kafka-clients) must not meet
 * those of the module under test, and because a broker that fails halts its JVM.
 */
public final class EmbeddedKafka implements Kafka {

  private final Path directory;
  private final Path data;
  private final int port = FreePorts.next();
  private final int controllerPort = FreePorts.next();
  private final ChildServer child;
  private final List<Door> doors;

  /**
   * One more port to reach the broker by, whose clients are told to come back by another.
   *
   * @param port that the broker listens on
   * @param told where its clients connect, such as the port of a {@link TcpProxy} to it
   */
  public record Door(int port, int told) {}

  private EmbeddedKafka(List<Door> doors, Path directory) {
    this.doors = List.copyOf(doors);
    this.directory = directory;
    data = directory.resolve("data");
    child =
        new ChildServer(
            "embedded Kafka",
            directory.resolve("kafka.log"),
            this::prepare,
            () -> KafkaServer.isReady(data));
  }

  /** Starts a broker of its own for the caller, who has to close it. */
  public static EmbeddedKafka launch() {
    return launch(List.of());
  }

  /** Starts a broker that clients reach through proxies, too: what they are told is believed. */
  public static EmbeddedKafka launch(List<Door> doors) {
    return launch(doors, TempDirectory.create("weir-kafka-"));
  }

  /**
   * The same with its files elsewhere.
   *
   * @param directory for its data and log, removed with it; such as one on a disk that can be full
   */
  public static EmbeddedKafka launch(List<Door> doors, Path directory) {
    var kafka = new EmbeddedKafka(doors, directory);
    kafka.start();
    return kafka;
  }

  private ProcessBuilder prepare() throws IOException {
    Files.createDirectories(directory);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                KafkaClassPath.get(),
                KafkaServer.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort),
                KafkaServer.UNTIL_INPUT_ENDS));
    doors.forEach(door -> command.add(KafkaServer.DOOR + door.port() + ":" + door.told()));
    return new ProcessBuilder(command);
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void start() {
    child.start();
  }

  @Override
  public void stop() {
    child.stop();
  }

  @Override
  public boolean running() {
    return child.running();
  }

  /** Ends it as a crash of its processes does (SIGKILL); {@link #start} brings it back. */
  public void kill() {
    child.kill();
  }

  /**
   * Starts it if it ended though nobody here ended it, as who supervises it would; says whether it
   * had.
   *
   * @throws IllegalStateException if it does not start
   */
  public boolean revive() {
    return child.revive();
  }

  /** Stops its processes where they are (SIGSTOP) until {@link #thaw}. */
  public void freeze() {
    child.freeze();
  }

  /** Lets it go on where it was. */
  public void thaw() {
    child.thaw();
  }

  @Override
  public void close() {
    stop();
    TempDirectory.remove(directory);
  }
}
