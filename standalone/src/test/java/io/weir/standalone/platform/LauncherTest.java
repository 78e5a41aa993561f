package io.weir.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.standalone.FreePorts;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.stores.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher in a process of its own, with the real PostgreSQL and Kafka. */
@Tag("slow")
class LauncherTest {

  @TempDir static Path unpackedOnce;
  @TempDir Path folder;
  private Home home;
  private Ports ports;
  private LauncherProcess launcher;

  @BeforeEach
  void prepare() throws IOException {
    home = new Home(folder.resolve("home")).create();
    Path lib = new Programs(folder).lib();
    Files.createDirectories(lib.resolveSibling("."));
    Files.createSymbolicLink(lib, unpackedOnce);
    ports = FreePorts.ports(1);
    launcher = new LauncherProcess(home, folder, ports, "--stores-only");
  }

  @AfterEach
  void stopEverything() throws IOException, InterruptedException {
    new Background(home).stop(line -> {});
  }

  @Test
  void aKilledLauncherLeavesNoOrphanAndLosesNoDataOnceStartedAgain() throws Exception {
    Process first = launcher.up();
    execute("create table note (text text); insert into note values ('kept')");
    createTopic("kept");
    List<ProcessHandle> orphans = launcher.children();
    assertThat(orphans).hasSize(2);

    first.destroyForcibly().waitFor();
    assertThat(orphans).allMatch(ProcessIdentity::runs);
    launcher.up();

    assertThat(orphans).noneMatch(ProcessIdentity::runs);
    assertThat(launcher.children()).hasSize(2);
    assertThat(note()).isEqualTo("kept");
    assertThat(topics()).contains("kept");
  }

  @Test
  void commitsAreDurableAndOnlyTheRoleOfWeirMayLogIn() throws Exception {
    launcher.up();
    assertThat(show("fsync")).isEqualTo("on");
    assertThat(show("synchronous_commit")).isEqualTo("on");
    assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(show("is_superuser")).isEqualTo("off");
    assertThat(query("select datlocale from pg_database where datname = 'weir'"))
        .isEqualTo("C.UTF-8");
    assertThatThrownBy(() -> DriverManager.getConnection(url("postgres"), "postgres", ""))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void downStopsEverythingInOrderAndTheDataStays() throws Exception {
    launcher.up();
    execute("create table note (text text); insert into note values ('kept')");
    List<ProcessHandle> children = launcher.children();
    List<String> report = new ArrayList<>();

    assertThat(new Background(home).stop(report::add)).isTrue();

    assertThat(report).containsExactly("kafka stopped", "postgres stopped");
    assertThat(children).noneMatch(ProcessIdentity::runs);
    assertThat(new Background(home).stop(report::add)).isFalse();
    launcher.up();
    assertThat(note()).isEqualTo("kept");
  }

  @Test
  void downAlsoStopsWhatAKilledLauncherLeft() throws Exception {
    Process killed = launcher.up();
    List<ProcessHandle> orphans = launcher.children();
    killed.destroyForcibly().waitFor();

    assertThat(new Background(home).stop(line -> {})).isTrue();

    assertThat(orphans).noneMatch(ProcessIdentity::runs);
  }

  @Test
  void orphanedStoresAreFoundEvenWithoutAState() throws Exception {
    Process killed = launcher.up();
    List<ProcessHandle> orphans = launcher.children();
    killed.destroyForcibly().waitFor();
    Files.delete(home.state());

    launcher.up();

    assertThat(orphans).noneMatch(ProcessIdentity::runs);
  }

  @Test
  void aSecondLauncherIsRefusedAndHarmsNothing() throws Exception {
    launcher.up();
    Process second = launcher.start();
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(launcher.log()).contains("already up here");
    assertThat(show("fsync")).isEqualTo("on");
  }

  private String note() throws SQLException {
    return query("select text from note");
  }

  private String show(String setting) throws SQLException {
    return query("show " + setting);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(url("weir"), "weir", "weir");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + ports.of(Listener.POSTGRES) + "/" + database;
  }

  private void createTopic(String name) throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  private Set<String> topics() throws Exception {
    try (Admin admin = admin()) {
      return admin.listTopics().names().get();
    }
  }

  private Admin admin() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", ports.kafkaBootstrap());
    return Admin.create(settings);
  }
}
