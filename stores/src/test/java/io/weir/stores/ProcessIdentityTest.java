package io.weir.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

  private final ProcessHandle self = ProcessHandle.current();

  @Test
  void findsTheVeryProcess() {
    assertThat(ProcessIdentity.of(self).find()).contains(self);
  }

  @Test
  void doesNotTakeALaterProcessWithTheSamePidForIt() {
    Instant earlier = ProcessIdentity.of(self).started().minus(Duration.ofMinutes(5));
    assertThat(new ProcessIdentity(self.pid(), earlier).find()).isEmpty();
  }

  @Test
  void doesNotFindAnEndedProcess() throws IOException, InterruptedException {
    Process ended = new ProcessBuilder("sh", "-c", "read line").start();
    ProcessIdentity identity = ProcessIdentity.of(ended.toHandle());
    assertThat(identity.find()).isPresent();
    ended.getOutputStream().close();
    ended.waitFor();
    assertThat(identity.find()).isEmpty();
  }

  @Test
  void isReadBackFromItsFile(@TempDir Path folder) throws IOException {
    ProcessIdentity written = ProcessIdentity.of(self);
    Path file = Files.writeString(folder.resolve("lock"), written.text());

    assertThat(ProcessIdentity.read(file)).contains(written);
  }

  @Test
  void aDamagedFileIsNobodys(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("lock");
    assertThat(ProcessIdentity.read(file)).isEmpty();
    for (String text : List.of("", "12\n", "12\nyesterday\n", "x\n2026-01-01T00:00:00Z\n")) {
      assertThat(ProcessIdentity.read(Files.writeString(file, text))).isEmpty();
    }
  }
}
