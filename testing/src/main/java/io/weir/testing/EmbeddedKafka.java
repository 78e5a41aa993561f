package io.weir.testing;

import io.weir.stores.KafkaServer;
import java.nio.file.Path;

/**
 * Kafka in a child JVM on the loopback interface, with its data in a temporary directory. A JVM of
 * its own, because the broker's libraries (Scala, Jackson, its own kafka-clients) must not meet
 * those of the module under test, and because a broker that fails halts its JVM.
 */
public final class EmbeddedKafka implements Kafka {

  private final Path directory = TempDirectory.create("weir-kafka-");
  private final Path data = directory.resolve("data");
  private final int port = FreePorts.next();
  private final int controllerPort = FreePorts.next();
  private final ChildServer child =
      new ChildServer(
          "embedded Kafka",
          directory.resolve("kafka.log"),
          this::prepare,
          () -> KafkaServer.isReady(data));

  private EmbeddedKafka() {}

  /** Starts a broker of its own for the caller, who has to close it. */
  public static EmbeddedKafka launch() {
    var kafka = new EmbeddedKafka();
    kafka.start();
    return kafka;
  }

  private ProcessBuilder prepare() {
    return new ProcessBuilder(
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
        KafkaServer.UNTIL_INPUT_ENDS);
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

  @Override
  public void close() {
    stop();
    TempDirectory.remove(directory);
  }
}
