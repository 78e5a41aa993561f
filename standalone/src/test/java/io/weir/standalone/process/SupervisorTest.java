package io.weir.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.standalone.FreePorts;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Component.Stage;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
  private Ports ports;
  private Duration startLimit = Duration.ofSeconds(30);
  private @Nullable Supervisor supervisor;
  private final List<String> journal = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeHome() throws IOException {
    home = new Home(folder).create();
    ports = FreePorts.ports(1);
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
        component("store", Stage.POSTGRES, Set.of(), "touch store.ready; " + SERVE),
        component(
            "service",
            Stage.SERVICE,
            Set.of("store"),
            "[ -e store.ready ] && touch service.ready; " + SERVE));
    assertThat(state("store")).isEqualTo(Phase.READY);
    assertThat(state("service")).isEqualTo(Phase.READY);
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
        .isInstanceOf(ComplaintException.class)
        .hasMessage(
            "service ended with exit code 7 while it was starting. The end of its log:\n"
                + "    no such database");
    assertThat(state("service")).isEqualTo(Phase.FAILED);
  }

  @Test
  void aComponentThatIsNeverReadyFailsTheStart() {
    Component never =
        new Component(
            "service", Stage.SERVICE, 1, Set.of(), () -> script(SERVE), () -> false, () -> "");
    startLimit = Duration.ofMillis(300);
    assertThatThrownBy(() -> start(never))
        .isInstanceOf(ComplaintException.class)
        .hasMessageStartingWith("service was not ready after");
    assertThat(status("service").running()).isEmpty();
  }

  @Test
  void whatNeedsAFailedComponentIsNeverStarted() {
    assertThatThrownBy(
            () ->
                start(
                    component("store", Stage.POSTGRES, Set.of(), "exit 1"),
                    component(
                        "service", Stage.SERVICE, Set.of("store"), "touch started; " + SERVE)))
        .isInstanceOf(ComplaintException.class);
    assertThat(state("service")).isEqualTo(Phase.WAITING);
    assertThat(folder.resolve("started")).doesNotExist();
  }

  @Test
  void aLaterDeathIsJournaledAndTheComponentStartedAgain() throws Exception {
    start(component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE));
    long first = pid("service");
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await()
        .untilAsserted(
            () -> {
              assertThat(status("service").phase()).isEqualTo(Phase.READY);
              assertThat(status("service").restarts()).isEqualTo(1);
            });
    assertThat(pid("service")).isNotEqualTo(first);
    assertThat(journal)
        .anyMatch(
            line -> line.startsWith("service (process " + first + ") ended with exit code 137"));
  }

  @Test
  void aStartThatIsRefusedAfterADeathIsTriedAgain() throws Exception {
    AtomicInteger starts = new AtomicInteger();
    start(
        new Component(
            "service",
            Stage.SERVICE,
            1,
            Set.of(),
            () -> {
              if (starts.incrementAndGet() == 2) {
                throw new IOException("no space left");
              }
              return script("touch service.ready; " + SERVE);
            },
            () -> Files.exists(folder.resolve("service.ready")),
            () -> ""));
    ProcessHandle.of(pid("service")).orElseThrow().destroyForcibly();
    await()
        .untilAsserted(
            () -> {
              assertThat(status("service").phase()).isEqualTo(Phase.READY);
              assertThat(status("service").restarts()).isEqualTo(2);
            });
    assertThat(journal)
        .contains(
            "service could not be started: java.io.IOException: no space left;"
                + " starting it again in 1.0 s");
  }

  @Test
  void stopsInTheOrderOfTheStages() throws Exception {
    start(
        component("store", Stage.POSTGRES, Set.of(), "touch store.ready; " + SERVE),
        component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE),
        component("replica", Stage.DATA_PLANE, Set.of(), "touch replica.ready; " + SERVE));
    List<Long> pids = List.of(pid("store"), pid("service"), pid("replica"));
    supervisor.stop();
    assertThat(journal).containsExactly("replica stopped", "service stopped", "store stopped");
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(Processes.running(home)).isEmpty();
  }

  @Test
  void stopsWhatOthersStartedHere() throws Exception {
    Process other = Processes.start(script(SERVE), home.log("backend-1"));
    ComponentState backend =
        ComponentState.running("backend-1", Stage.BACKEND, 1, other.toHandle());
    new State(0, null, null, List.of(backend)).write(home.demoState());
    start(component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE));
    supervisor.stop();
    assertThat(other.waitFor()).isNotZero();
    assertThat(Processes.running(home)).isEmpty();
  }

  @Test
  void aStopInTheMiddleOfAStartLeavesNothing() throws Exception {
    Component slow = component("service", Stage.SERVICE, Set.of(), "touch begun; " + SERVE);
    supervisor = supervisor(List.of(slow));
    Thread starting =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(supervisor::start).isInstanceOf(InterruptedException.class));
    await().until(() -> Files.exists(folder.resolve("begun")));
    long pid = pid("service");
    supervisor.stop();
    starting.join();
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void publishesItsStateForOtherProcesses() throws Exception {
    start(component("service", Stage.SERVICE, Set.of(), "touch service.ready; " + SERVE));
    State seen = State.read(home.state());
    assertThat(seen).isEqualTo(supervisor.state());
    assertThat(seen.allReady()).isTrue();
    assertThat(seen.launcher()).isEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void aDamagedStateIsNobodys() throws Exception {
    Files.writeString(home.state(), "{\"launcher\":12,\"components\":[{\"name\"");
    assertThat(State.read(home.state()).components()).isEmpty();
  }

  private void start(Component... components) throws ComplaintException, InterruptedException {
    supervisor = supervisor(List.of(components));
    supervisor.start();
  }

  private Supervisor supervisor(List<Component> components) {
    return new Supervisor(home, ports, components, startLimit, journal::add, state -> {});
  }

  private Component component(String name, Stage stage, Set<String> after, String script) {
    return new Component(
        name,
        stage,
        1,
        after,
        () -> script(script),
        () -> Files.exists(folder.resolve(name + ".ready")),
        () -> "");
  }

  /**
   * A shell that takes the signal by which stores are asked to stop: who runs in the background of
   * another shell ignores it, a shell below him cannot but do so, too, and PostgreSQL does not.
   */
  private static final String TAKING_SIGNALS =
      "env --default-signal=INT true 2>/dev/null && exec env --default-signal=INT sh -c \"$0\";"
          + " exec sh -c \"$0\"";

  private ProcessBuilder script(String text) {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", TAKING_SIGNALS, "cd \"$FOLDER\"; " + text);
    builder.environment().put("FOLDER", folder.toString());
    return builder;
  }

  private Phase state(String component) {
    return status(component).phase();
  }

  private long pid(String component) {
    return status(component).process().pid();
  }

  private ComponentState status(String component) {
    return supervisor.state().components().stream()
        .filter(state -> state.name().equals(component))
        .findFirst()
        .orElseThrow();
  }
}
