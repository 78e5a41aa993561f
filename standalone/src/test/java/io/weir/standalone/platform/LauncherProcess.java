package io.weir.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    arguments.addAll(List.of("up", "--quiet"));
    arguments.addAll(where(root));
    arguments.addAll(ports.arguments());
    arguments.addAll(List.of(more));
  }

  /** Starts one and returns when everything is ready. */
  Process up() throws IOException {
    Process launcher = start();
    await().atMost(LIMIT).until(() -> !launcher.isAlive() || isReady(launcher));
    assertThat(launcher.isAlive()).as(log()).isTrue();
    return launcher;
  }

  Process start() throws IOException {
    return new ProcessBuilder(Programs.self("-Xmx64m", arguments))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(Launcher.NAME).toFile()))
        .start();
  }

  /** What another verb prints, behind its exit code. */
  String run(Path root, String verb) throws IOException, InterruptedException {
    List<String> other = new ArrayList<>(List.of(verb));
    other.addAll(where(root));
    Process process =
        new ProcessBuilder(Programs.self("-Xmx64m", other)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + output;
  }

  /** The components that run. */
  List<ProcessHandle> children() throws IOException {
    return State.read(home.state()).components().stream()
        .flatMap(component -> component.running().stream())
        .toList();
  }

  String log() throws IOException {
    return Files.readString(home.log(Launcher.NAME));
  }

  private List<String> where(Path root) {
    return List.of("--root=" + root, "--home=" + home.directory());
  }

  private boolean isReady(Process launcher) throws IOException {
    State state = State.read(home.state());
    return state.launcher() == launcher.pid() && state.allReady();
  }
}
