package io.weir.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.standalone.FreePorts;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Weir, with stand-ins for the services and the replicas. */
@Tag("slow")
class PlatformTest {

  @TempDir Path root;
  private LauncherProcess launcher;

  @AfterEach
  void stop() throws IOException, InterruptedException {
    new Background(home()).stop(line -> {});
  }

  @Test
  void startsWatchesShowsAndStopsAllOfIt() throws Exception {
    installStandIns();
    Ports ports = FreePorts.ports(2);
    launcher = new LauncherProcess(home().create(), root, ports);
    launcher.up();

    everyPartKnowsWhereTheOthersAre(ports);
    statusShowsAllOfIt();
    aDeadNodeIsStartedAgain();
    downTakesTheDataPlaneFirstAndTheStoresLast();
  }

  @Test
  void preparingLeavesClassesForTheFirstStartAndNothingRunning() throws Exception {
    installStandIns();
    launcher = new LauncherProcess(home().create(), root, FreePorts.ports(1));

    assertThat(launcher.run(root, "prepare")).startsWith("0 ");

    // the broker's class path has folders here, of which a JVM keeps nothing
    assertThat(root.resolve(".weir/archives")).isDirectoryContaining("glob:**/data-plane-*.jsa");
    assertThat(new Programs(root).lib()).isNotEmptyDirectory();
    assertThat(Processes.running(home())).isEmpty();
  }

  @Test
  void namesEveryJarThatIsMissing() {
    assertThatThrownBy(() -> new Programs(root).check())
        .isInstanceOf(ComplaintException.class)
        .hasMessageContainingAll(
            "instance-registry/target/quarkus-app/quarkus-run.jar",
            "control-api/target/quarkus-app/quarkus-run.jar",
            "config-projector/target/quarkus-app/quarkus-run.jar",
            "data-plane/target/data-plane.jar");
  }

  private void everyPartKnowsWhereTheOthersAre(Ports ports) throws Exception {
    assertThat(StandIn.toldTo(ports.of(Listener.CONTROL_API)))
        .contains(
            "WEIR_HTTP_PORT=" + ports.of(Listener.CONTROL_API),
            "WEIR_AUTH=keys",
            "WEIR_ADMIN_KEY_FILE=" + home().adminKey(),
            "WEIR_POSTGRES_PORT=" + ports.of(Listener.POSTGRES),
            "WEIR_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.of(Listener.KAFKA),
            "WEIR_REGISTRY_URL=http://127.0.0.1:" + ports.of(Listener.INSTANCE_REGISTRY));
    assertThat(StandIn.toldTo(ports.of(Listener.INSTANCE_REGISTRY)))
        .contains("WEIR_AUTH=keys")
        .doesNotContain("WEIR_ADMIN_KEY_FILE");
    assertThat(StandIn.toldTo(ports.of(Listener.DATA_PLANE_ADMIN) + 1))
        .contains(
            "--port=" + (ports.of(Listener.DATA_PLANE) + 1),
            "--kafka=127.0.0.1:" + ports.of(Listener.KAFKA),
            "--instance=*",
            "--replica-id=data-plane-1",
            "--data-dir=" + home().data("data-plane-1"));
  }

  private void statusShowsAllOfIt() throws Exception {
    assertThat(launcher.run(root, "status"))
        .startsWith("0 ")
        .contains("control-api", "data-plane-1", "position 42, LIVE");
  }

  private void aDeadNodeIsStartedAgain() throws Exception {
    long first = pid("data-plane-0");
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(status("data-plane-0").phase()).isEqualTo(Phase.READY);
              assertThat(status("data-plane-0").restarts()).isEqualTo(1);
            });
    assertThat(pid("data-plane-0")).isNotEqualTo(first);
  }

  private void downTakesTheDataPlaneFirstAndTheStoresLast() throws Exception {
    List<String> report = new ArrayList<>();
    new Background(home()).stop(report::add);
    assertThat(report).hasSize(7);
    assertThat(report.subList(0, 2))
        .containsExactlyInAnyOrder("data-plane-0 stopped", "data-plane-1 stopped");
    assertThat(report.subList(5, 7)).containsExactly("kafka stopped", "postgres stopped");
    assertThat(launcher.run(root, "status")).startsWith("3 Weir is not running here.");
  }

  private void installStandIns() throws IOException {
    Programs programs = new Programs(root);
    for (Listener service : Platform.SERVICES) {
      StandIn.install(programs.serviceJar(service.component()));
    }
    StandIn.install(programs.dataPlaneJar());
  }

  private long pid(String component) throws IOException {
    return status(component).process().pid();
  }

  private ComponentState status(String component) throws IOException {
    return State.read(home().state()).components().stream()
        .filter(state -> state.name().equals(component))
        .findFirst()
        .orElseThrow();
  }

  private Home home() {
    return new Home(root.resolve(".weir"));
  }
}
