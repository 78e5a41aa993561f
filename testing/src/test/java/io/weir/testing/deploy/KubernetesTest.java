package io.weir.testing.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubernetesTest {
  private static final Path K8S = Repository.root().resolve("k8s");
  private static final Path BASE = K8S.resolve("base");
  private static final Path TRY = K8S.resolve("overlays/try");

  private final Map<String, Object> kinds =
      StrictYaml.map(StrictYaml.resource("kubernetes.yaml").get("kinds"));
  private final List<Map<String, Object>> objects = new ArrayList<>();

  KubernetesTest() {
    for (Path directory : List.of(BASE, TRY)) {
      for (Object resource : StrictYaml.list(kustomization(directory).get("resources"))) {
        if (resource.toString().endsWith(".yaml")) {
          objects.addAll(StrictYaml.documents(directory.resolve(resource.toString())));
        }
      }
    }
  }

  @Test
  void everyFileIsStrictYamlOfAKnownKindWithKnownFieldsOnly() throws IOException {
    for (Path file : yamlFiles()) {
      assertThat(StrictYaml.documents(file))
          .isNotEmpty()
          .allSatisfy(
              object -> {
                String kind = (String) object.get("kind");
                assertThat(kinds).as(file.toString()).containsKey(kind);
                assertThat(Shape.faults(object, kinds.get(kind))).as(file + " " + kind).isEmpty();
              });
    }
  }

  @Test
  void aMisspelledFieldWouldBeRefused() {
    assertThat(
            Shape.faults(
                StrictYaml.documents("{apiVersion: v1, kind: Namespace, metdata: {name: a}}")
                    .getFirst(),
                kinds.get("Namespace")))
        .containsExactlyInAnyOrder("/metadata is missing", "/metdata is not a field we know");
  }

  @Test
  void everyResourceExistsAndEveryFileIsReferenced() throws IOException {
    var referenced = new HashSet<Path>();
    for (Path directory : List.of(BASE, TRY)) {
      referenced.add(directory.resolve("kustomization.yaml"));
      for (Object resource : StrictYaml.list(kustomization(directory).get("resources"))) {
        Path path = directory.resolve(resource.toString()).normalize();
        referenced.add(Files.isDirectory(path) ? path.resolve("kustomization.yaml") : path);
      }
    }
    assertThat(yamlFiles()).containsExactlyInAnyOrderElementsOf(referenced);
  }

  @Test
  void noObjectIsThereTwice() {
    assertThat(objects.stream().map(object -> object.get("kind") + "/" + name(object)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theBaseHasEveryApplicationWithItsServiceAndTheTrialItsBackEnds() {
    var all = new ArrayList<>(Repository.APPLICATIONS);
    all.addAll(List.of("postgres", "kafka"));
    assertThat(workloads().map(KubernetesTest::name)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(ofKind("Service").map(KubernetesTest::name))
        .containsExactlyInAnyOrderElementsOf(workloads().map(KubernetesTest::name).toList());
  }

  @Test
  void selectorsMatchTheLabelsOfTheirPodsAndOfNoOthers() {
    workloads()
        .forEach(
            workload -> {
              var labels = StrictYaml.at(workload, "spec/template/metadata/labels");
              assertThat(labels).isEqualTo(Map.of("app.kubernetes.io/name", name(workload)));
              assertThat(StrictYaml.at(workload, "spec/selector/matchLabels")).isEqualTo(labels);
              assertThat(StrictYaml.at(workload, "metadata/labels")).isEqualTo(labels);
              for (var spread :
                  StrictYaml.list(
                      StrictYaml.at(workload, "spec/template/spec/topologySpreadConstraints"))) {
                assertThat(StrictYaml.at(spread, "labelSelector/matchLabels")).isEqualTo(labels);
              }
            });
    ofKind("Service")
        .forEach(
            service ->
                assertThat(StrictYaml.at(service, "spec/selector"))
                    .isEqualTo(Map.of("app.kubernetes.io/name", name(service))));
    ofKind("PodDisruptionBudget")
        .forEach(
            budget ->
                assertThat(StrictYaml.at(budget, "spec/selector/matchLabels"))
                    .isEqualTo(Map.of("app.kubernetes.io/name", name(budget))));
  }

  @Test
  void servicesProbesAndMountsNameWhatTheContainerHas() {
    workloads()
        .forEach(
            workload -> {
              var container = container(workload);
              var ports = portNames(container);
              var service = object("Service", name(workload));
              assertThat(StrictYaml.maps(StrictYaml.at(service, "spec/ports")))
                  .extracting(port -> port.get("targetPort"))
                  .isSubsetOf(ports);
              for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                for (String action : List.of("httpGet", "tcpSocket")) {
                  Object port = StrictYaml.at(container, probe + "/" + action + "/port");
                  assertThat(port == null || ports.contains(port)).as(probe).isTrue();
                }
              }
              var volumes = new ArrayList<Object>();
              StrictYaml.maps(StrictYaml.at(workload, "spec/template/spec/volumes"))
                  .forEach(volume -> volumes.add(volume.get("name")));
              StrictYaml.list(StrictYaml.at(workload, "spec/volumeClaimTemplates"))
                  .forEach(claim -> volumes.add(StrictYaml.at(claim, "metadata/name")));
              assertThat(StrictYaml.maps(container.get("volumeMounts")))
                  .extracting(mount -> mount.get("name"))
                  .containsExactlyInAnyOrderElementsOf(volumes);
            });
  }

  @Test
  void containerPortsAreThoseOfTheImages() {
    for (String module : Repository.APPLICATIONS) {
      assertThat(StrictYaml.maps(container(workload(module)).get("ports")))
          .extracting(port -> port.get("containerPort"))
          .as(module)
          .containsExactlyElementsOf(new ArrayList<Object>(Dockerfile.of(module).ports()));
    }
  }

  @Test
  void readinessAndLivenessAskTheirOwnPathsOfTheRightPort() {
    for (String module : Repository.APPLICATIONS) {
      var container = container(workload(module));
      String port = module.equals("data-plane") ? "admin" : "http";
      var expected =
          Map.of(
              "startupProbe", DockerfileTest.liveness(module),
              "livenessProbe", DockerfileTest.liveness(module),
              "readinessProbe", DockerfileTest.readiness(module));
      expected.forEach(
          (probe, path) ->
              assertThat(StrictYaml.at(container, probe + "/httpGet"))
                  .as(module + " " + probe)
                  .isEqualTo(Map.of("path", path, "port", port)));
    }
    assertThat(Repository.mentions("data-plane", "/health/ready")).isTrue();
    assertThat(Repository.mentions("data-plane", "/health/live")).isTrue();
  }

  @Test
  void containersGetOnlyVariablesTheApplicationReadsAndAllThatWouldPointToThePodItself() {
    for (String module : Repository.APPLICATIONS) {
      var names = variables(module);
      assertThat(names).as(module).isSubsetOf(Repository.readByApplication(module));
      names.addAll(Dockerfile.of(module).environment().keySet());
      assertThat(names).as(module).containsAll(Repository.localUnlessSet(module));
    }
  }

  @Test
  void addressesInVariablesNameServicesAndTheirPorts() {
    for (String module : Repository.APPLICATIONS) {
      for (var variable : StrictYaml.maps(container(workload(module)).get("env"))) {
        if (variable.get("name").toString().endsWith("_URL")) {
          var uri = URI.create((String) variable.get("value"));
          assertThat(StrictYaml.at(object("Service", uri.getHost()), "spec/ports/0/port"))
              .isEqualTo(uri.getPort());
        }
      }
    }
    assertThat(literals(TRY, "configMapGenerator").get("weir"))
        .containsEntry("WEIR_POSTGRES_HOST", "postgres")
        .containsEntry("WEIR_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
  }

  @Test
  void keysReferredToExistInTheConfigMapAndTheSecret() {
    var config = literals(BASE, "configMapGenerator").get("weir");
    var secret = literals(TRY, "secretGenerator").get("weir-postgres");
    workloads()
        .flatMap(workload -> StrictYaml.maps(container(workload).get("env")).stream())
        .forEach(
            variable -> {
              Object fromConfig = StrictYaml.at(variable, "valueFrom/configMapKeyRef");
              if (fromConfig != null) {
                assertThat(StrictYaml.at(fromConfig, "name")).isEqualTo("weir");
                assertThat(config).containsKey((String) StrictYaml.at(fromConfig, "key"));
              }
              Object fromSecret = StrictYaml.at(variable, "valueFrom/secretKeyRef");
              if (fromSecret != null) {
                assertThat(StrictYaml.at(fromSecret, "name")).isEqualTo("weir-postgres");
                assertThat(secret).containsKey((String) StrictYaml.at(fromSecret, "key"));
              }
            });
    assertThat(literals(TRY, "configMapGenerator").get("weir").keySet())
        .isSubsetOf(config.keySet());
  }

  @Test
  void imagesAreThoseThatComposeUses() {
    String compose = StrictYaml.read(Repository.root().resolve("docker-compose.yml"));
    workloads()
        .forEach(
            workload -> {
              String image = (String) container(workload).get("image");
              String tagged = image.contains(":") ? image : image + ":latest";
              assertThat(compose).contains(":-" + tagged + "}");
            });
    assertThat(StrictYaml.maps(kustomization(BASE).get("images")))
        .extracting(image -> image.get("name"))
        .containsExactlyInAnyOrderElementsOf(
            Repository.APPLICATIONS.stream().map(module -> (Object) ("weir/" + module)).toList());
  }

  @Test
  void theAutoscalerOwnsTheReplicasOfTheDataPlane() {
    var scaler = object("HorizontalPodAutoscaler", "data-plane");
    assertThat(StrictYaml.at(scaler, "spec/scaleTargetRef"))
        .isEqualTo(Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", "data-plane"));
    assertThat(StrictYaml.at(object("Deployment", "data-plane"), "spec/replicas")).isNull();
    assertThat((Integer) StrictYaml.at(scaler, "spec/minReplicas"))
        .isBetween(2, (Integer) StrictYaml.at(scaler, "spec/maxReplicas"));
  }

  @Test
  void aBudgetNeverForbidsEveryEviction() {
    ofKind("PodDisruptionBudget")
        .forEach(
            budget ->
                assertThat((Integer) StrictYaml.at(budget, "spec/maxUnavailable"))
                    .isGreaterThanOrEqualTo(1));
  }

  @Test
  void aPodHasTimeToSleepAndThenToStop() {
    for (String module : Repository.APPLICATIONS) {
      var deployment = workload(module);
      var sleep =
          StrictYaml.list(StrictYaml.at(container(deployment), "lifecycle/preStop/exec/command"));
      assertThat(sleep).hasSize(2).startsWith("sleep");
      assertThat(
              (Integer)
                  StrictYaml.at(deployment, "spec/template/spec/terminationGracePeriodSeconds"))
          .isGreaterThan(15 + Integer.parseInt(sleep.getLast().toString()));
    }
  }

  @Test
  void ourPodsRunAsTheUserOfTheImageOnAReadOnlyFileSystem() {
    for (String module : Repository.APPLICATIONS) {
      var deployment = workload(module);
      var security = StrictYaml.at(deployment, "spec/template/spec/securityContext");
      assertThat(StrictYaml.at(security, "runAsUser") + ":" + StrictYaml.at(security, "runAsGroup"))
          .isEqualTo(Dockerfile.of(module).one("USER"));
      assertThat(StrictYaml.at(container(deployment), "securityContext/readOnlyRootFilesystem"))
          .isEqualTo(true);
    }
    assertThat(StrictYaml.maps(container(object("Deployment", "data-plane")).get("volumeMounts")))
        .extracting(mount -> mount.get("mountPath"))
        .contains(Dockerfile.of("data-plane").environment().get("WEIR_DATA_DIR"));
  }

  @Test
  void whatSignsCheckpointsKeepsItsKeyInAVolumeOfItsOwn() {
    var signing = object("StatefulSet", "control-api");
    var variables = StrictYaml.maps(container(signing).get("env"));
    String directory =
        variables.stream()
            .filter(variable -> variable.get("name").equals("WEIR_LEDGER_SIGNER_DIRECTORY"))
            .map(variable -> (String) variable.get("value"))
            .findFirst()
            .orElseThrow();
    assertThat(StrictYaml.maps(container(signing).get("volumeMounts")))
        .filteredOn(mount -> directory.equals(mount.get("mountPath")))
        .extracting(mount -> mount.get("name"))
        .containsExactlyElementsOf(
            StrictYaml.maps(StrictYaml.at(signing, "spec/volumeClaimTemplates")).stream()
                .map(claim -> StrictYaml.at(claim, "metadata/name"))
                .toList());
    assertThat(StrictYaml.read(Repository.root().resolve("docker-compose.yml")))
        .contains("WEIR_LEDGER_SIGNER_DIRECTORY: " + directory);
  }

  private Set<String> variables(String module) {
    var container = container(workload(module));
    var names = new HashSet<String>();
    StrictYaml.maps(container.get("env"))
        .forEach(variable -> names.add((String) variable.get("name")));
    if (container.containsKey("envFrom")) {
      names.addAll(literals(BASE, "configMapGenerator").get("weir").keySet());
    }
    return names;
  }

  private static Map<String, Map<String, String>> literals(Path directory, String generator) {
    var all = new HashMap<String, Map<String, String>>();
    for (var generated : StrictYaml.maps(kustomization(directory).get(generator))) {
      var values = new HashMap<String, String>();
      for (Object literal : StrictYaml.list(generated.get("literals"))) {
        String[] pair = literal.toString().split("=", 2);
        values.put(pair[0], pair[1]);
      }
      all.put((String) generated.get("name"), values);
    }
    return all;
  }

  private static Map<String, Object> kustomization(Path directory) {
    return StrictYaml.documents(directory.resolve("kustomization.yaml")).getFirst();
  }

  private static List<Path> yamlFiles() throws IOException {
    try (Stream<Path> files = Files.walk(K8S)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).toList();
    }
  }

  private Stream<Map<String, Object>> workloads() {
    return Stream.concat(ofKind("Deployment"), ofKind("StatefulSet"));
  }

  private Stream<Map<String, Object>> ofKind(String kind) {
    return objects.stream().filter(object -> object.get("kind").equals(kind));
  }

  private Map<String, Object> workload(String name) {
    return workloads().filter(object -> name(object).equals(name)).findFirst().orElseThrow();
  }

  private Map<String, Object> object(String kind, String name) {
    return ofKind(kind).filter(object -> name(object).equals(name)).findFirst().orElseThrow();
  }

  private static Map<String, Object> container(Map<String, Object> workload) {
    var containers = StrictYaml.maps(StrictYaml.at(workload, "spec/template/spec/containers"));
    assertThat(containers).hasSize(1);
    return containers.getFirst();
  }

  private static Set<Object> portNames(Map<String, Object> container) {
    var names = new HashSet<Object>();
    StrictYaml.maps(container.get("ports")).forEach(port -> names.add(port.get("name")));
    return names;
  }

  private static String name(Map<String, Object> object) {
    return (String) StrictYaml.at(object, "metadata/name");
  }
}
