package io.weir.testing;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.testcontainers.containers.GenericContainer;

/**
 * A container on a fixed port, so that it is the same address after a stop and a start: the engine
 * would give a restarted container another port otherwise.
 */
final class Container {
  private static final int STOP_SECONDS = 20;
  private static final Duration START = Duration.ofSeconds(90);

  private final GenericContainer<?> container;
  private final int port;
  private final Predicate<Container> serves;
  private boolean running = true;

  private Container(GenericContainer<?> container, int port, Predicate<Container> serves) {
    this.container = container;
    this.port = port;
    this.serves = serves;
  }

  /** Starts the container; {@code serves} tells later, after a restart, when it is back. */
  static Container launch(
      GenericContainer<?> container, int containerPort, Predicate<Container> serves) {
    int port = FreePorts.next();
    container.setPortBindings(List.of(port + ":" + containerPort));
    container.start();
    return new Container(container, port, serves);
  }

  /** Where the engine publishes ports; known only since the engine was first talked to. */
  String host() {
    return container.getHost();
  }

  int port() {
    return port;
  }

  synchronized void start() {
    if (running) {
      return;
    }
    docker().startContainerCmd(container.getContainerId()).exec();
    long deadline = System.nanoTime() + START.toNanos();
    while (!serves.test(this)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            container.getDockerImageName() + " did not come back:\n" + container.getLogs());
      }
      pause();
    }
    running = true;
  }

  synchronized void stop() {
    if (!running) {
      return;
    }
    docker().stopContainerCmd(container.getContainerId()).withTimeout(STOP_SECONDS).exec();
    running = false;
  }

  synchronized boolean running() {
    return running;
  }

  void close() {
    container.stop();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
