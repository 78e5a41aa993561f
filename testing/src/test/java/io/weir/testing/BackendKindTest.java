package io.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendKindTest {
  @Test
  void autoTakesContainersWhenNothingIsMissing() {
    assertThat(BackendKind.choose("auto", () -> null).kind()).isEqualTo(BackendKind.CONTAINERS);
  }

  @Test
  void autoTakesEmbeddedOtherwiseAndSaysWhy() {
    var choice = BackendKind.choose("auto", () -> "no container engine");
    assertThat(choice.kind()).isEqualTo(BackendKind.EMBEDDED);
    assertThat(choice.why()).isEqualTo("no container engine");
  }

  @Test
  void aWishIsFollowedWithoutAsking() {
    assertThat(BackendKind.choose(" Embedded ", BackendKindTest::mustNotAsk).kind())
        .isEqualTo(BackendKind.EMBEDDED);
    assertThat(BackendKind.choose("containers", BackendKindTest::mustNotAsk).kind())
        .isEqualTo(BackendKind.CONTAINERS);
  }

  @Test
  void anotherWordIsRefused() {
    assertThatThrownBy(() -> BackendKind.choose("docker", () -> null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("auto, embedded or containers");
  }

  @Test
  void theProbeTellsAMissingEngineFromAMissingImage(@TempDir Path directory) throws Exception {
    assertThat(Images.inspect(directory.resolve("nothing").toString(), "postgres:18"))
        .isEqualTo("no container engine");
    assertThat(Images.inspect(engine(directory, "exit 1"), "postgres:18"))
        .isEqualTo("no container engine with the image postgres:18");
    assertThat(
            Images.inspect(
                engine(directory, "[ \"$*\" = 'image inspect postgres:18' ]"), "postgres:18"))
        .isNull();
  }

  private static String engine(Path directory, String script) throws Exception {
    var file = Files.createTempFile(directory, "engine", ".sh");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static String mustNotAsk() {
    throw new AssertionError("the engine was asked");
  }
}
