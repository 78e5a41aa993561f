package io.weir.testing.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

@ParameterizedClass
@FieldSource("io.weir.testing.deploy.Repository#APPLICATIONS")
class DockerfileTest {
  private static final Set<String> KNOWN =
      Set.of(
          "ARG",
          "FROM",
          "WORKDIR",
          "COPY",
          "ENV",
          "RUN",
          "VOLUME",
          "USER",
          "EXPOSE",
          "HEALTHCHECK",
          "ENTRYPOINT");
  private static final Pattern PATH = Pattern.compile("GET (/[a-z/]+) HTTP");
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1/\\$(\\w+) ");

  @Parameter String module;

  @Test
  void usesKnownInstructionsOnly() {
    assertThat(dockerfile().instructions())
        .extracting(Dockerfile.Instruction::name)
        .isSubsetOf(KNOWN);
  }

  @Test
  void startsFromABaseThatTheBuilderMayChange() {
    var first = dockerfile().instructions().getFirst();
    assertThat(first)
        .isEqualTo(new Dockerfile.Instruction("ARG", "BASE_IMAGE=eclipse-temurin:25-jre"));
    assertThat(dockerfile().one("FROM")).isEqualTo("${BASE_IMAGE}");
  }

  @Test
  void runsAsANumberedUserThatIsNotRootAndIsTheLastWord() {
    assertThat(dockerfile().one("USER")).isEqualTo("10001:10001");
    assertThat(names().indexOf("USER")).isGreaterThan(names().lastIndexOf("RUN"));
  }

  @Test
  void startsWithoutAShellSoThatSignalsArrive() throws Exception {
    var command = new ObjectMapper().readTree(dockerfile().one("ENTRYPOINT"));
    assertThat(command).extracting(JsonNode::asText).startsWith("java", "-jar").hasSize(3);
    String jar = command.get(2).asText();
    assertThat(dockerfile().all("COPY")).anyMatch(copy -> copy.contains("/" + jar));
  }

  @Test
  void copiesOnlyWhatTheBuildContextHolds() {
    var allowed =
        StrictYaml.read(directory().resolve(".dockerignore"))
            .lines()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();
    assertThat(StrictYaml.read(directory().resolve(".dockerignore"))).containsPattern("(?m)^\\*$");
    assertThat(dockerfile().all("COPY"))
        .isNotEmpty()
        .allSatisfy(copy -> assertThat(allowed).anyMatch(path -> copy.startsWith(path)));
  }

  @Test
  void setsOnlyVariablesTheApplicationReads() {
    assertThat(dockerfile().environment().keySet().stream().filter(name -> name.startsWith("WEIR")))
        .isNotEmpty()
        .isSubsetOf(Repository.readByApplication(module));
  }

  @Test
  void exposesThePortsItSetsAndListensToOtherContainers() {
    var environment = dockerfile().environment();
    assertThat(environment).containsEntry("WEIR_HTTP_HOST", "0.0.0.0");
    assertThat(dockerfile().ports())
        .map(String::valueOf)
        .containsExactlyElementsOf(
            environment.keySet().stream()
                .filter(name -> name.endsWith("_PORT"))
                .map(environment::get)
                .toList());
  }

  @Test
  void limitsTheHeapByTheContainersMemoryAndDiesWhenItIsExhausted() {
    assertThat(dockerfile().environment().get("JDK_JAVA_OPTIONS"))
        .contains("-XX:MaxRAMPercentage=", "-XX:+ExitOnOutOfMemoryError");
  }

  @Test
  void asksItsOwnReadinessWithoutAShellOfTheEngine() throws Exception {
    String check = dockerfile().one("HEALTHCHECK");
    assertThat(check).contains("--interval=", "--timeout=", "--start-period=", "--retries=");
    var command = new ObjectMapper().readTree(check.substring(check.indexOf("CMD ") + 4));
    String script = command.get(2).asText();
    assertThat(PATH.matcher(script).results().map(match -> match.group(1)))
        .containsExactly(readiness(module));
    assertThat(PORT.matcher(script).results().map(match -> match.group(1)))
        .containsExactly(module.equals("data-plane") ? "WEIR_ADMIN_PORT" : "WEIR_HTTP_PORT");
  }

  static String readiness(String module) {
    return module.equals("data-plane") ? "/health/ready" : "/q/health/ready";
  }

  static String liveness(String module) {
    return module.equals("data-plane") ? "/health/live" : "/q/health/live";
  }

  private List<String> names() {
    return dockerfile().instructions().stream().map(Dockerfile.Instruction::name).toList();
  }

  private Path directory() {
    return Repository.root().resolve(module);
  }

  private Dockerfile dockerfile() {
    return Dockerfile.of(module);
  }
}
