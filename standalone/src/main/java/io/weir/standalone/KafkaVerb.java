package io.weir.standalone;

import io.weir.standalone.kafka.EmbeddedKafka;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded Kafka; hidden, started by {@code up}. */
@Command(name = "kafka", hidden = true, description = "Runs the embedded Kafka.")
final class KafkaVerb implements Callable<Integer> {

  @Option(names = "--data", required = true)
  private Path data = Path.of("kafka");

  @Option(names = "--listen", required = true)
  private int port;

  @Option(names = "--controller", required = true)
  private int controllerPort;

  @Override
  public Integer call() throws Exception {
    readLogging();
    new EmbeddedKafka(data, port, controllerPort).run();
    return Weir.OK;
  }

  private static void readLogging() throws IOException {
    try (InputStream in = KafkaVerb.class.getResourceAsStream("/kafka-logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    }
  }
}
