package io.weir.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    PidFile written = new PidFile(ProcessIdentity.of(self), Stage.TRUTH);
    Path file = folder.resolve("postgres.pid");
    written.write(file);
    assertThat(PidFile.read(file)).contains(written);
  }

  @Test
  void aDamagedFileIsNobodys(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("kafka.pid");
    assertThat(PidFile.read(file)).isEmpty();
    assertThat(PidFile.read(Files.writeString(file, ""))).isEmpty();
    assertThat(PidFile.read(Files.writeString(file, "12\nyesterday\nLOG\n"))).isEmpty();
    assertThat(PidFile.read(Files.writeString(file, "12\n2026-01-01T00:00:00Z\nNO_STAGE\n")))
        .isEmpty();
  }
}
