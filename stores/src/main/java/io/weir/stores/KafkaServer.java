package io.weir.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka of one node, broker and controller in one, on 127.0.0.1, in a JVM of its own: {@code
 * KafkaServer DATA PORT CONTROLLER_PORT [--until-input-ends] [--door=PORT:TOLD ...]}. It serves
 * until the process is asked to end or, when told so, until the end of its standard input, which
 * also comes when its parent dies.
 */
public final class KafkaServer {

  /** Makes the process end with its standard input. */
  public static final String UNTIL_INPUT_ENDS = "--until-input-ends";

  /**
   * One more port of 127.0.0.1 to listen on, and, behind a colon, the port that its clients are
   * told to come back by: that of a proxy in between.
   */
  public static final String DOOR = "--door=";

  private static final String NODE_ID = "1";
  private static final String CONTROLLER = "CONTROLLER";

  private KafkaServer() {}

  /** Serves; exits with 1 when it cannot start. */
  public static void main(String[] arguments) throws Exception {
    try (InputStream logging = KafkaServer.class.getResourceAsStream("/kafka-logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
    List<String> all = List.of(arguments);
    Path data = Path.of(all.get(0));
    try {
      start(data, configuration(data, all.get(1), all.get(2), doors(all)));
    } catch (Exception e) {
      // Threads of a half-started broker would keep this JVM, and whoever waits for it.
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    Files.writeString(readyFile(data), ProcessIdentity.of(ProcessHandle.current()).text());
    if (all.contains(UNTIL_INPUT_ENDS)) {
      System.in.transferTo(OutputStream.nullOutputStream());
      System.exit(0);
    }
    new CountDownLatch(1).await();
  }

  /** The server that serves this data folder, however it was started; empty when none does. */
  public static Optional<ProcessHandle> running(Path data) {
    return ProcessIdentity.read(readyFile(data)).flatMap(ProcessIdentity::find);
  }

  /** Whether the server of this data folder serves. */
  public static boolean isReady(Path data) {
    return running(data).isPresent();
  }

  private static Path readyFile(Path data) {
    return data.resolveSibling(data.getFileName() + ".ready");
  }

  private static List<String> doors(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(DOOR))
        .map(argument -> argument.substring(DOOR.length()))
        .toList();
  }

  private static void start(Path data, Map<String, String> configuration) throws Exception {
    if (!Files.exists(data)) {
      format(data);
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(configuration), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "kafka-shutdown"));
    server.startup();
  }

  private static void stop(KafkaRaftServer server, Path data) {
    try {
      Files.deleteIfExists(readyFile(data));
    } catch (IOException stays) {
      // it names a process that will have ended
    }
    server.shutdown();
  }

  /** All or nothing: formatted beside its place and moved there when it is whole. */
  private static void format(Path data) throws Exception {
    Path half = data.resolveSibling(data.getFileName() + ".new");
    FileTree.delete(half);
    Files.createDirectories(half);
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(Integer.parseInt(NODE_ID))
        .addDirectory(half.toString())
        .setMetadataLogDirectory(half.toString())
        .setControllerListenerName(CONTROLLER)
        .run();
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Map<String, String> configuration(
      Path data, String port, String controllerPort, List<String> doors) {
    StringBuilder listening = new StringBuilder("PLAINTEXT://127.0.0.1:" + port);
    StringBuilder told = new StringBuilder(listening);
    StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    for (int i = 0; i < doors.size(); i++) {
      String[] ports = doors.get(i).split(":", 2);
      listening.append(",DOOR%d://127.0.0.1:%s".formatted(i, ports[0]));
      told.append(",DOOR%d://127.0.0.1:%s".formatted(i, ports[1]));
      protocols.append(",DOOR%d:PLAINTEXT".formatted(i));
    }
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", NODE_ID),
        Map.entry("log.dirs", data.toString()),
        Map.entry("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry("listeners", listening + "," + CONTROLLER + "://127.0.0.1:" + controllerPort),
        Map.entry("advertised.listeners", told.toString()),
        Map.entry("listener.security.protocol.map", protocols.toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // There is nobody else to elect.
        Map.entry("controller.quorum.election.timeout.ms", "100"),
        // A hundred and twenty-eight megabytes otherwise, for a few small topics.
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
        // One made by accident would have the wrong number of partitions and the wrong retention.
        Map.entry("auto.create.topics.enable", "false"));
  }
}
