package io.weir.testing.kafkaserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One broker that is its own controller: {@code KafkaServerMain directory port controllerPort}.
 * Prints {@link #READY} when it serves and shuts down at the end of its standard input, which also
 * comes when its parent dies, so that no test leaves a broker behind.
 */
public final class KafkaServerMain {
  /** The line on standard output that says the broker serves. */
  public static final String READY = "ready";

  private static final int START_SECONDS = 120;

  private KafkaServerMain() {}

  /** Runs the broker until the standard input ends; exits with 1 when it cannot start. */
  public static void main(String[] args) throws Exception {
    var watchdog =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("start-watchdog").factory());
    var timeout = watchdog.schedule(KafkaServerMain::giveUp, START_SECONDS, TimeUnit.SECONDS);
    var server = started(Path.of(args[0]), args[1], args[2]);
    timeout.cancel(false);
    System.out.println(READY);
    awaitEndOfInput();
    server.shutdown();
    System.exit(0);
  }

  private static KafkaRaftServer started(Path directory, String port, String controllerPort) {
    try {
      format(directory);
      var server = new KafkaRaftServer(config(directory, port, controllerPort), Time.SYSTEM);
      server.startup();
      return server;
    } catch (Exception e) {
      // Threads of a half-started broker would keep this JVM, and so the test, waiting.
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
      throw new AssertionError(e);
    }
  }

  private static void format(Path directory) throws Exception {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(System.err)
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(directory.toString())
        .setMetadataLogDirectory(directory.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
  }

  private static KafkaConfig config(Path directory, String port, String controllerPort) {
    var listener = "PLAINTEXT://127.0.0.1:" + port;
    return new KafkaConfig(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("log.dirs", directory.toString()),
            Map.entry("listeners", listener + ",CONTROLLER://127.0.0.1:" + controllerPort),
            Map.entry("advertised.listeners", listener),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152")));
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Nothing is ever said here; only the end matters.
    }
  }

  private static void giveUp() {
    System.err.println("the broker did not start within " + START_SECONDS + " s");
    Runtime.getRuntime().halt(1);
  }
}
