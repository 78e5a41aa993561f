package io.weir.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.standalone.FreePorts;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Board;
import io.weir.standalone.process.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of Weir, with stand-ins for the services and the data-plane nodes. */
class PlatformTest {

  @TempDir Path root;

  @AfterEach
  void stop() throws IOException, InterruptedException {
    new Shutdown(home(), line -> {}).stop();
  }

  @Test
  void startsWatchesShowsAndStopsAllOfIt() throws Exception {
    installStandIns();
    Ports ports = FreePorts.ports(2);
    LauncherProcess launcher = new LauncherProcess(home().create(), root, ports);
    launcher.up();

    everyPartKnowsWhereTheOthersAre(ports);
    statusShowsAllOfIt();
    aDeadNodeIsStartedAgain();
    downTakesTheDataPlaneFirstAndTheStoresLast();
  }

  @Test
  void namesEveryJarThatIsMissing() {
    assertThatThrownBy(() -> new Jars(root).check())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContainingAll(
            "instance-registry/target/quarkus-app/quarkus-run.jar",
            "control-api/target/quarkus-app/quarkus-run.jar",
            "config-projector/target/quarkus-app/quarkus-run.jar",
            "data-plane/target/data-plane.jar");
  }

  private void everyPartKnowsWhereTheOthersAre(Ports ports) throws Exception {
    assertThat(StandIn.toldTo(ports.controlApi()))
        .contains(
            "WEIR_HTTP_PORT=" + ports.controlApi(),
            "WEIR_POSTGRES_PORT=" + ports.postgres(),
            "WEIR_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + ports.kafka(),
            "WEIR_REGISTRY_URL=http://127.0.0.1:" + ports.instanceRegistry());
    assertThat(StandIn.toldTo(ports.dataPlaneAdmin() + 1))
        .contains(
            "--port=" + (ports.dataPlane() + 1),
            "--kafka=127.0.0.1:" + ports.kafka(),
            "--instance=*",
            "--node-id=data-plane-1",
            "--data-dir=" + home().data("data-plane-1"));
  }

  private void statusShowsAllOfIt() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(new StatusTable(home(), new PrintStream(out)).print())
        .isEqualTo(StatusTable.Verdict.ALL_UP);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("control-api", "data-plane-1", "position 42, serving");
  }

  private void aDeadNodeIsStartedAgain() throws Exception {
    long first = status("data-plane-0").pid();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(status("data-plane-0").state()).isEqualTo(Status.State.READY);
              assertThat(status("data-plane-0").restarts()).isEqualTo(1);
            });
    assertThat(status("data-plane-0").pid()).isNotEqualTo(first);
  }

  private void downTakesTheDataPlaneFirstAndTheStoresLast() throws Exception {
    List<String> report = new ArrayList<>();
    new Shutdown(home(), report::add).stop();
    assertThat(report).hasSize(7);
    assertThat(report.subList(0, 2))
        .containsExactlyInAnyOrder("data-plane-0 stopped", "data-plane-1 stopped");
    assertThat(report.subList(5, 7)).containsExactly("kafka stopped", "postgres stopped");
    assertThat(new StatusTable(home(), new PrintStream(new ByteArrayOutputStream())).print())
        .isEqualTo(StatusTable.Verdict.NOT_RUNNING);
  }

  private void installStandIns() throws IOException {
    Jars jars = new Jars(root);
    for (String service : Platform.SERVICES) {
      StandIn.install(jars.service(service));
    }
    StandIn.install(jars.dataPlane());
  }

  private Status status(String component) throws IOException {
    return Board.read(home().board()).statuses().stream()
        .filter(status -> status.component().equals(component))
        .findFirst()
        .orElseThrow();
  }

  private Home home() {
    return new Home(root.resolve(".weir"));
  }
}
