package io.weir.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.standalone.process.Board;
import io.weir.standalone.process.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void printsEachComponentOnceWhenThereIsNoTerminal() {
    Progress progress = new Progress(out, false);
    progress.show(board(Status.State.STARTING, Status.State.WAITING));
    progress.show(board(Status.State.READY, Status.State.STARTING));
    progress.show(board(Status.State.READY, Status.State.READY));
    assertThat(printed().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches(" {2}postgres +ready +\\d+\\.\\d s");
    assertThat(printed()).doesNotContain("\u001b");
  }

  @Test
  void redrawsTheSameLinesOnATerminal() {
    Progress progress = new Progress(out, true);
    progress.show(board(Status.State.READY, Status.State.STARTING));
    progress.show(board(Status.State.READY, Status.State.READY));
    assertThat(printed()).contains("\u001b[1A\u001b[1A", "kafka", "ready");
  }

  @Test
  void isSilentAfterTheStart() {
    Progress progress = new Progress(out, false);
    progress.show(board(Status.State.READY, Status.State.READY));
    String before = printed();
    progress.show(board(Status.State.STOPPING, Status.State.FAILED));
    assertThat(printed()).isEqualTo(before);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Board board(Status.State postgres, Status.State kafka) {
    return new Board(List.of(status("postgres", postgres), status("kafka", kafka)));
  }

  private static Status status(String component, Status.State state) {
    return new Status(component, state, 1, 1, Instant.now(), 0);
  }
}
