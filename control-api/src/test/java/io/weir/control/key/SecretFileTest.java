package io.weir.control.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir private Path directory;

  private static KeySecret fresh() {
    return KeySecret.random(KeyId.random());
  }

  @Test
  void whoeverIsSecondHasTheSecretOfTheFirst() throws IOException {
    SecretFile file = new SecretFile(directory.resolve("admin.key"));
    KeySecret first = fresh();
    assertThat(file.read()).isEmpty();
    assertThat(file.create(first)).isEqualTo(first);
    assertThat(file.create(fresh())).isEqualTo(first);
    assertThat(file.read()).contains(first);
    assertThat(Files.getPosixFilePermissions(file.path()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file.path());
    }
  }

  @Test
  void ofManyAtOnceAllHaveTheSameSecret() throws Exception {
    SecretFile file = new SecretFile(directory.resolve("admin.key"));
    CountDownLatch start = new CountDownLatch(1);
    Set<KeySecret> seen = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<KeySecret>> made = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        made.add(
            threads.submit(
                () -> {
                  start.await();
                  return file.create(fresh());
                }));
      }
      start.countDown();
      for (Future<KeySecret> one : made) {
        seen.add(one.get());
      }
    }
    assertThat(seen).hasSize(1);
    assertThat(file.read()).contains(seen.iterator().next());
  }

  @Test
  void onlyItsOwnSecretIsDeleted() {
    SecretFile file = new SecretFile(directory.resolve("admin.key"));
    KeySecret secret = file.create(fresh());
    file.delete(fresh());
    assertThat(file.read()).contains(secret);
    file.delete(secret);
    assertThat(file.read()).isEmpty();
    file.delete(secret);
  }
}
