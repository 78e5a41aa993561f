package io.weir.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

  private final ProcessHandle self = ProcessHandle.current();

  @Test
  void findsTheVeryProcess() {
    assertThat(ProcessIdentity.of(self).find()).contains(self);
  }

  @Test
  void doesNotTakeALaterProcessWithTheSamePidForIt() {
    String ofAnother = ProcessIdentity.of(ProcessHandle.of(1).orElseThrow()).start();
    assertThat(new ProcessIdentity(self.pid(), ofAnother).find()).isEmpty();
  }

  /** The kernel's count from boot, not an instant, which moves when the clock is set. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void doesNotAskTheClock() {
    String start = ProcessIdentity.of(self).start();
    assertThat(start).matches("[-0-9a-f]{36} [0-9]+");
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
    for (String text : List.of("", "12\n", "x\n2026-01-01T00:00:00Z\n")) {
      assertThat(ProcessIdentity.read(Files.writeString(file, text))).isEmpty();
    }
  }
}
