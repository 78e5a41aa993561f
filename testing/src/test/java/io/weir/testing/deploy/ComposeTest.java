package io.weir.testing.deploy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

class ComposeTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");
  private static final Set<String> OTHERS = Set.of("postgres", "kafka");

  private final Map<String, Object> shape = StrictYaml.resource("compose.yaml");
  private final Map<String, Object> file = StrictYaml.documents(text()).getFirst();
  private final Map<String, Map<String, Object>> services =
      StrictYaml.map(file.get("services")).entrySet().stream()
          .collect(
              toMap(
                  Map.Entry::getKey,
                  entry -> StrictYaml.map(entry.getValue()),
                  (a, b) -> a,
                  TreeMap::new));

  private static String text() {
    return StrictYaml.read(Repository.root().resolve("docker-compose.yml"));
  }

  @Test
  void aKeyGivenTwiceIsRefused() {
    assertThatThrownBy(() -> StrictYaml.documents("services:\n  a: 1\n  a: 2\n"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void anUnknownKeyIsRefused() {
    assertThat(Shape.faults(Map.of("imagee", "x"), shape.get("service")))
        .contains("/imagee is not a field we know", "/image is missing");
  }

  @Test
  void hasKnownFieldsOnly() {
    assertThat(file.keySet()).map(Object.class::cast).isSubsetOf(StrictYaml.list(shape.get("top")));
    services.forEach(
        (name, service) ->
            assertThat(Shape.faults(service, shape.get("service"))).as(name).isEmpty());
  }

  @Test
  void startsTheBackEndsTheServicesAndTwoNodes() {
    assertThat(services.keySet())
        .containsExactlyInAnyOrder(
            "postgres",
            "kafka",
            "control-api",
            "instance-registry",
            "config-projector",
            "data-plane-0",
            "data-plane-1");
  }

  @Test
  void everyVariableHasADefault() {
    assertThat(VARIABLE.matcher(text()).results()).allMatch(match -> match.group(2) != null);
  }

  @Test
  void builtImagesComeFromModulesWithADockerfileAndCanBeNamedOtherwise() {
    forEachApplication(
        (name, module) -> {
          var service = services.get(name);
          assertThat(StrictYaml.at(service, "build/context")).isEqualTo(module);
          assertThat(Repository.root().resolve(module).resolve("Dockerfile"))
              .matches(Files::isRegularFile);
          assertThat(StrictYaml.at(service, "build/args/BASE_IMAGE"))
              .isEqualTo("${WEIR_BASE_IMAGE:-eclipse-temurin:25-jre}");
          assertThat(resolved(service.get("image"))).isEqualTo("weir/" + module + ":latest");
        });
    assertThat(services.values())
        .allSatisfy(service -> assertThat((String) service.get("image")).startsWith("${WEIR_"));
  }

  @Test
  void setsOnlyVariablesTheApplicationReadsAndAllThatWouldPointToTheContainerItself() {
    forEachApplication(
        (name, module) -> {
          var set = environment(name).keySet();
          assertThat(set).as(name).isSubsetOf(Repository.readByApplication(module));
          var all = new HashSet<>(Dockerfile.of(module).environment().keySet());
          all.addAll(set);
          assertThat(all).as(name).containsAll(Repository.localUnlessSet(module));
        });
  }

  @Test
  void addressesInVariablesNameServicesAndTheirPorts() {
    forEachApplication(
        (name, module) ->
            environment(name)
                .forEach(
                    (variable, value) -> {
                      if (variable.endsWith("_URL")) {
                        var uri = URI.create(value);
                        assertThat(Dockerfile.of(uri.getHost()).ports())
                            .as(variable)
                            .containsExactly(uri.getPort());
                      }
                    }));
    assertThat(environment("control-api"))
        .containsEntry("WEIR_POSTGRES_HOST", "postgres")
        .containsEntry("WEIR_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")
        .containsEntry("WEIR_POSTGRES_USER", environment("postgres").get("POSTGRES_USER"))
        .containsEntry("WEIR_POSTGRES_DATABASE", environment("postgres").get("POSTGRES_DB"))
        .containsEntry("WEIR_POSTGRES_PASSWORD", environment("postgres").get("POSTGRES_PASSWORD"));
    assertThat(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"))
        .contains("INTERNAL://kafka:9092", "HOST://localhost:19092");
  }

  @Test
  void publishesThePortsOfTheImagesOnTheLoopbackInterfaceEachOnce() {
    var published = new HashMap<String, String>();
    services.forEach(
        (name, service) -> {
          for (Object port : StrictYaml.list(service.get("ports"))) {
            String[] parts = resolved(port).split(":");
            assertThat(parts).as(name).hasSize(3);
            assertThat(parts[0]).isEqualTo("127.0.0.1");
            assertThat(published.put(parts[1], name)).as("port " + parts[1]).isNull();
          }
        });
    assertThat(published)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "19092", "kafka",
                "8080", "control-api",
                "8081", "instance-registry",
                "8082", "config-projector",
                "8000", "data-plane-0",
                "9000", "data-plane-0",
                "8001", "data-plane-1",
                "9001", "data-plane-1"));
    forEachApplication(
        (name, module) ->
            assertThat(StrictYaml.list(services.get(name).get("ports")))
                .extracting(port -> Integer.valueOf(resolved(port).split(":")[2]))
                .containsExactlyElementsOf(Dockerfile.of(module).ports()));
  }

  @Test
  void waitsOnlyForServicesThatCanBecomeHealthy() {
    services.forEach(
        (name, service) -> {
          if (service.containsKey("depends_on")) {
            StrictYaml.map(service.get("depends_on"))
                .forEach(
                    (other, condition) -> {
                      assertThat(Shape.faults(condition, shape.get("dependency"))).isEmpty();
                      assertThat(services).as(name).containsKey(other);
                      assertThat(
                              services.get(other).containsKey("healthcheck")
                                  || !OTHERS.contains(other))
                          .as(other + " has a health check")
                          .isTrue();
                    });
          }
        });
  }

  @Test
  void keepsDataInVolumesThatAreDeclaredAndUsedOnce() {
    var used =
        services.values().stream()
            .flatMap(service -> StrictYaml.list(service.get("volumes")).stream())
            .map(volume -> volume.toString().split(":")[0])
            .toList();
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(StrictYaml.map(file.get("volumes")).keySet());
    String snapshots = Dockerfile.of("data-plane").environment().get("WEIR_DATA_DIR");
    assertThat(Dockerfile.of("data-plane").one("VOLUME")).isEqualTo(snapshots);
    for (String node : List.of("data-plane-0", "data-plane-1")) {
      assertThat(services.get(node).get("volumes")).isEqualTo(List.of(node + ":" + snapshots));
      assertThat(environment(node)).containsEntry("WEIR_REPLICA_ID", node);
    }
  }

  @Test
  void ourContainersCannotWriteToTheirImageOrGainRights() {
    forEachApplication(
        (name, module) ->
            assertThat(services.get(name))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true")));
  }

  @FunctionalInterface
  private interface ApplicationCheck {
    void check(String service, String module);
  }

  private void forEachApplication(ApplicationCheck check) {
    for (String name : services.keySet()) {
      if (!OTHERS.contains(name)) {
        check.check(name, name.replaceFirst("-\\d$", ""));
      }
    }
  }

  private Map<String, String> environment(String service) {
    var variables = new TreeMap<String, String>();
    StrictYaml.map(services.get(service).get("environment"))
        .forEach((name, value) -> variables.put(name, resolved(value)));
    return variables;
  }

  private static String resolved(Object text) {
    return VARIABLE.matcher(text.toString()).replaceAll("$2");
  }
}
