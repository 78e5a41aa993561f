package io.weir.testing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka in a container. */
public final class ContainerKafka implements Kafka {
  private static final int CONTAINER_PORT = 9092;

  private final Container container =
      Container.launch(
          new KafkaContainer(
                  DockerImageName.parse(Images.kafka()).asCompatibleSubstituteFor("apache/kafka"))
              .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
              .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
          CONTAINER_PORT,
          ContainerKafka::serves);

  private ContainerKafka() {}

  /** Starts a broker of its own for the caller, who has to close it. */
  public static ContainerKafka launch() {
    return new ContainerKafka();
  }

  private static boolean serves(Container container) {
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers(container)))) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String servers(Container container) {
    return container.host() + ":" + container.port();
  }

  @Override
  public String bootstrapServers() {
    return servers(container);
  }

  @Override
  public void start() {
    container.start();
  }

  @Override
  public void stop() {
    container.stop();
  }

  @Override
  public boolean running() {
    return container.running();
  }

  @Override
  public void close() {
    container.close();
  }
}
