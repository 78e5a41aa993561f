package io.weir.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir private Path directory;

  @Test
  void aKeyIsReadableByItsOwnerAloneAndReadAgain() throws IOException {
    Path file = directory.resolve("made/ledger.key");
    assertThat(KeyFile.read(file)).isEmpty();
    SigningKey key = SigningKey.generate("weir/ledger/x", KeyKind.NOTE);

    assertThat(KeyFile.create(file, key)).isSameAs(key);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyFile.read(file).orElseThrow().verifier()).isEqualTo(key.verifier());
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whoeverComesSecondGetsTheKeyThatIsThere() throws IOException {
    Path file = directory.resolve("ledger.key");
    SigningKey first = KeyFile.create(file, SigningKey.generate("n", KeyKind.NOTE));

    SigningKey second = KeyFile.create(file, SigningKey.generate("n", KeyKind.NOTE));

    assertThat(second.verifier()).isEqualTo(first.verifier());
  }

  @Test
  void aKeyThatEverybodyMayReadIsRefused() throws IOException {
    Path file = directory.resolve("ledger.key");
    KeyFile.create(file, SigningKey.generate("n", KeyKind.NOTE));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("rw-r--r--");
  }

  @Test
  void whatIsNoKeyIsNamedButNotRepeated() throws IOException {
    Path file = directory.resolve("ledger.key");
    Files.writeString(file, "secret nonsense");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> KeyFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ledger.key")
        .hasMessageNotContaining("nonsense");
  }
}
