package io.weir.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.standalone.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components are shell scripts that are ready when they have made a file. */
class SupervisorTest {

  private static final String SERVE = "while :; do sleep 0.05; done";

  @TempDir Path folder;
  private Home home;
  private @Nullable Supervisor supervisor;
  private final List<String> journal = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeHome() throws IOException {
    home = new Home(folder).create();
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    if (supervisor != null) {
      supervisor.stop();
    }
  }

  @Test
  void startsAComponentOnlyWhenWhatItNeedsIsReady() throws Exception {
    start(
        component("store", Stage.TRUTH, Set.of(), "touch store.ready; " + SERVE),
        component(
            "service",
            Stage.SERVICE,
            Set.of("store"),
            "[ -e store.ready ] && touch service.ready; " + SERVE));
    assertThat(state("store")).isEqualTo(Status.State.READY);
    assertThat(state("service")).isEqualTo(Status.State.READY);
  }

  @Test
  void aDeathDuringTheStartFailsItWithTheEndOfTheLog() {
    assertThatThrownBy(
            () ->
                start(
                    component(
                        "service",
                        Stage.SERVICE,
                        Set.of(),
                        "echo 'no such database'; sleep 0.1; exit 7")))
        .isInstanceOf(StartFailedException.class)
        .hasMessage(
            "service ended with exit code 7 while it was starting. The end of its log:\n"
                + "    no such database");
    assertThat(state("service")).isEqualTo(Status.State.FAILED);
  }

  @Test
  void aComponentThatIsNeverReadyFailsTheStart() {
    Component never =
        new Component(
            "service",
            Stage.SERVICE,
            1,
            Set.of(),
            () -> script(SERVE),
            () -> false,
            Duration.ofMillis(300));
    assertThatThrownBy(() -> start(never))
        .isInstanceOf(StartFailedException.class)
        .hasMessageStartingWith("service was not ready after");
    assertThat(home.pidFile("service")).doesNotExist();
  }

  @Test
  void whatNeedsAFailedComponentIsNeverStarted() {
    assertThatThrownBy(
            () ->
                start(
                    component("store", Stage.TRUTH, Set.of(), "exit 1"),
                    component(
                        "service", Stage.SERVICE, Set.of("store"), "touch started; " + SERVE)))
        .isInstanceOf(StartFailedException.class);
    assertThat(state("service")).isEqualTo(Status.State.WAITING);
    assertThat(folder.resolve("started")).doesNotExist();
  }

  @Test
  void aLaterDeathIsJournaledAndTheComponentStartedAgain() throws Exception {
    start(component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE));
    long first = status("service").pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await()
        .untilAsserted(
            () -> {
              assertThat(status("service").state()).isEqualTo(Status.State.READY);
              assertThat(status("service").restarts()).isEqualTo(1);
            });
    assertThat(status("service").pid()).isNotEqualTo(first);
    assertThat(journal)
        .anyMatch(
            line -> line.startsWith("service (process " + first + ") ended with exit code 137"));
  }

  @Test
  void stopsInTheOrderOfTheStages() throws Exception {
    start(
        component("store", Stage.TRUTH, Set.of(), "touch store.ready; " + SERVE),
        component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE),
        component("node", Stage.DATA_PLANE, Set.of(), "touch node.ready; " + SERVE));
    List<Long> pids = supervisor.board().statuses().stream().map(Status::pid).toList();
    supervisor.stop();
    assertThat(journal).containsExactly("node stopped", "service stopped", "store stopped");
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(home.run()).isDirectoryNotContaining("glob:**.pid");
  }

  @Test
  void stopsWhatOthersStartedHere() throws Exception {
    Process other = script(SERVE).start(home.log("backend-1"));
    new PidFile(ProcessIdentity.of(other.toHandle()), Stage.BACKEND)
        .write(home.pidFile("backend-1"));
    start(component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE));
    supervisor.stop();
    assertThat(other.waitFor()).isNotZero();
    assertThat(home.pidFile("backend-1")).doesNotExist();
  }

  @Test
  void aStopInTheMiddleOfAStartLeavesNothing() throws Exception {
    Component slow = component("service", Stage.SERVICE, Set.of(), "touch begun; " + SERVE);
    supervisor = new Supervisor(home, List.of(slow), journal::add, board -> {});
    Thread starting =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(supervisor::start).isInstanceOf(InterruptedException.class));
    await().until(() -> Files.exists(folder.resolve("begun")));
    long pid = status("service").pid();
    supervisor.stop();
    starting.join();
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void publishesItsBoardForOtherProcesses() throws Exception {
    start(component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE));
    Board seen = Board.read(home.board());
    assertThat(seen).isEqualTo(supervisor.board());
    assertThat(seen.allReady()).isTrue();
  }

  private void start(Component... components) throws StartFailedException, InterruptedException {
    supervisor = new Supervisor(home, List.of(components), journal::add, board -> {});
    supervisor.start();
  }

  private Component component(String name, Stage stage, Set<String> after, String script) {
    return new Component(
        name,
        stage,
        1,
        after,
        () -> script(script),
        () -> Files.exists(folder.resolve(name + ".ready")),
        Duration.ofSeconds(30));
  }

  private Launch script(String text) {
    return new Launch(
        List.of("sh", "-c", "cd \"$FOLDER\"; " + text), Map.of("FOLDER", folder.toString()));
  }

  private Status.State state(String component) {
    return status(component).state();
  }

  private Status status(String component) {
    return supervisor.board().statuses().stream()
        .filter(status -> status.component().equals(component))
        .findFirst()
        .orElseThrow();
  }
}
