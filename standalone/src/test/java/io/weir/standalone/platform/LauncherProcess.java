package io.weir.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Board;
import io.weir.standalone.process.Liveness;
import io.weir.standalone.process.PidFile;
import io.weir.standalone.process.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A launcher as its user has it: another process, known by its home. */
final class LauncherProcess {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Home home;
  private final List<String> arguments = new ArrayList<>();

  LauncherProcess(Home home, Path root, Ports ports, String... more) {
    this.home = home;
    arguments.addAll(
        List.of(
            "up",
            "--quiet",
            "--root=" + root,
            "--home=" + home.directory(),
            "--nodes=" + ports.nodes(),
            "--postgres-port=" + ports.postgres(),
            "--kafka-port=" + ports.kafka(),
            "--kafka-controller-port=" + ports.kafkaController(),
            "--port=" + ports.controlApi(),
            "--registry-port=" + ports.instanceRegistry(),
            "--projector-port=" + ports.configProjector(),
            "--data-plane-port=" + ports.dataPlane(),
            "--data-plane-admin-port=" + ports.dataPlaneAdmin()));
    arguments.addAll(List.of(more));
  }

  /** Starts one and returns when everything is ready. */
  Process up() throws IOException {
    Files.deleteIfExists(home.board());
    Process launcher = start();
    await().atMost(LIMIT).until(() -> !launcher.isAlive() || Board.read(home.board()).allReady());
    assertThat(launcher.isAlive()).as(log()).isTrue();
    return launcher;
  }

  Process start() throws IOException {
    return new ProcessBuilder(JavaCommand.self(List.of("-Xmx64m"), arguments))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(Journal.NAME).toFile()))
        .start();
  }

  /** The components that run. */
  List<ProcessHandle> children() throws IOException {
    return Board.read(home.board()).statuses().stream()
        .map(Status::component)
        .map(home::pidFile)
        .flatMap(file -> PidFile.read(file).stream())
        .flatMap(pid -> pid.identity().find().stream())
        .filter(Liveness::runs)
        .toList();
  }

  String log() throws IOException {
    return Files.readString(home.log(Journal.NAME));
  }
}
