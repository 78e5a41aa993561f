package io.weir.standalone.kafka;

import io.weir.standalone.home.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka of one node, broker and controller in one, on 127.0.0.1; it fills the process it runs in.
 */
public final class EmbeddedKafka {

  private static final int NODE_ID = 1;

  private final Path data;
  private final int port;
  private final int controllerPort;

  /**
   * @param data the log folder; formatted when absent
   */
  public EmbeddedKafka(Path data, int port, int controllerPort) {
    this.data = data;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /** Serves until the process is asked to end. */
  public void run() throws Exception {
    if (!Files.exists(data)) {
      format();
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(configuration()), Time.SYSTEM);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.shutdown();
                  ended.countDown();
                },
                "kafka-shutdown"));
    server.startup();
    ended.await();
  }

  /** All or nothing: formatted beside its place and moved there when it is whole. */
  private void format() throws Exception {
    Path half = data.resolveSibling(data.getFileName() + ".new");
    FileTree.delete(half);
    Files.createDirectories(half);
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NODE_ID)
        .addDirectory(half.toString())
        .setMetadataLogDirectory(half.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private Properties configuration() {
    Properties all = new Properties();
    all.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            Integer.toString(NODE_ID),
            "controller.quorum.voters",
            NODE_ID + "@127.0.0.1:" + controllerPort,
            "controller.listener.names",
            "CONTROLLER",
            "listeners",
            "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "advertised.listeners",
            "PLAINTEXT://127.0.0.1:" + port,
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs",
            data.toString()));
    all.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            // There is nobody else to elect.
            "controller.quorum.election.timeout.ms", "100",
            // A topic made by accident would have the wrong number of partitions and the wrong
            // retention.
            "auto.create.topics.enable", "false"));
    return all;
  }
}
