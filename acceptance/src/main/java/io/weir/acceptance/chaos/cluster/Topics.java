package io.weir.acceptance.chaos.cluster;

import io.weir.contracts.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The ledger's topic, as somebody with too many rights sees it. */
record Topics(String bootstrapServers) {
  private static final int PATIENCE_SECONDS = 5;

  /** Deletes the topic; says whether Kafka did. */
  boolean delete() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "request.timeout.ms",
            "4000",
            "default.api.timeout.ms",
            "5000");
    try (Admin admin = Admin.create(settings)) {
      admin.deleteTopics(List.of(Topic.NAME)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException away) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
