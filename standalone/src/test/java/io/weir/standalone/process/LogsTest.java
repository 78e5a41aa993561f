package io.weir.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

  @TempDir Path folder;

  @Test
  void theTailEndsWhereItIsTold() throws Exception {
    Path log = folder.resolve("control-api.log");
    Files.writeString(log, "one\ntwo\nthree\n");
    long end = Logs.size(log);
    Files.writeString(log, "one\ntwo\nthree\nwritten meanwhile\n");

    assertThat(Logs.tail(log, 2, 0, end)).containsExactly("two", "three");
    assertThat(Logs.tail(log, 20, "one\n".length(), end)).containsExactly("two", "three");
    assertThat(Logs.lastWords(log, end)).isEqualTo("written meanwhile");
  }

  @Test
  void aLogThatIsNotThereIsEmpty() throws Exception {
    assertThat(Logs.tail(folder.resolve("none.log"), 20, 0, 0)).isEmpty();
    assertThat(Logs.lastWords(folder.resolve("none.log"), 0)).isEmpty();
  }
}
