package io.weir.testing;

import io.weir.testing.kafkaserver.KafkaServerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Kafka in a child JVM on the loopback interface, with its data in a temporary directory. A JVM of
 * its own, because the broker's libraries (Scala, Jackson, its own kafka-clients) must not meet
 * those of the module under test, and because a broker that fails halts its JVM.
 */
public final class EmbeddedKafka implements Kafka {
  private static final int STOP_SECONDS = 30;

  private final Path directory = TempDirectory.create("weir-kafka-");
  private final int port = FreePorts.next();
  private final int controllerPort = FreePorts.next();
  private @Nullable Process process;

  private EmbeddedKafka() {}

  /** Starts a broker of its own for the caller, who has to close it. */
  public static EmbeddedKafka launch() {
    var kafka = new EmbeddedKafka();
    kafka.start();
    return kafka;
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public synchronized void start() {
    if (process != null) {
      return;
    }
    try {
      var child = new ProcessBuilder(command()).redirectError(log().toFile()).start();
      BufferedReader output = child.inputReader(StandardCharsets.UTF_8);
      String line = output.readLine();
      while (line != null && !line.equals(KafkaServerMain.READY)) {
        line = output.readLine();
      }
      if (line == null) {
        throw new IllegalStateException(
            "embedded Kafka did not start:\n" + Files.readString(log()));
      }
      process = child;
    } catch (IOException e) {
      throw new UncheckedIOException("embedded Kafka did not start", e);
    }
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-cp",
        KafkaClassPath.get(),
        KafkaServerMain.class.getName(),
        directory.resolve("data").toString(),
        Integer.toString(port),
        Integer.toString(controllerPort));
  }

  private Path log() {
    return directory.resolve("kafka.log");
  }

  @Override
  public synchronized void stop() {
    if (process == null) {
      return;
    }
    try {
      // The end of its standard input is what the child takes as the order to shut down.
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("embedded Kafka did not stop", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  @Override
  public synchronized boolean running() {
    return process != null;
  }

  @Override
  public void close() {
    stop();
    TempDirectory.remove(directory);
  }
}
