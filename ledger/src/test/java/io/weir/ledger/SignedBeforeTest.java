package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a signer does with what it finds to be signed before: by its file, by the table, or by
 * neither, newest or older, of the ledger that is there or of one that was rewritten since.
 */
@Tag("slow")
class SignedBeforeTest {
  /** What is left of what was signed. */
  private enum Left {
    NEWEST,
    OLDER,
    NOTHING
  }

  @TempDir private Path directory;
  private SigningKit kit;
  private String older;

  /** Event 3 is the key, event 4 the one that is rewritten. */
  @BeforeEach
  void checkpointsOfThreeAndFourEvents() throws IOException {
    kit = new SigningKit();
    kit.append(2);
    try (var _ = kit.signer(directory)) {
      kit.awaitCheckpoint(3);
      older = Files.readString(directory.resolve("checkpoint"));
      kit.append(1);
      kit.awaitCheckpoint(4);
    }
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  private void leave(Left file, Left table) throws Exception {
    Path checkpoint = directory.resolve("checkpoint");
    switch (file) {
      case NEWEST -> {}
      case OLDER -> Files.writeString(checkpoint, older);
      case NOTHING -> Files.delete(checkpoint);
    }
    switch (table) {
      case NEWEST -> {}
      case OLDER -> kit.database.execute("delete from ledger.checkpoint where size > 3");
      case NOTHING -> kit.database.execute("delete from ledger.checkpoint");
    }
  }

  private static Stream<Arguments> whatContradictsTheFileOrTheTableIsNotSigned() {
    return Stream.of(Left.values())
        .flatMap(
            file ->
                Stream.of(Left.values())
                    .flatMap(
                        table ->
                            Stream.of(false, true)
                                .map(rewritten -> Arguments.of(file, table, rewritten))));
  }

  @ParameterizedTest
  @MethodSource
  void whatContradictsTheFileOrTheTableIsNotSigned(Left file, Left table, boolean rewritten)
      throws Exception {
    leave(file, table);
    if (rewritten) {
      kit.forgetFrom(4);
      kit.append(1);
    }
    kit.append(1);

    try (var signer = kit.signer(directory)) {
      if (rewritten && (file == Left.NEWEST || table == Left.NEWEST)) {
        String by = file == Left.NEWEST ? "the file of" : "the newest row of ledger.checkpoint";
        await()
            .atMost(SigningKit.PATIENCE)
            .until(() -> String.valueOf(signer.status().problem()).contains("contradicts " + by));
        assertThat(signer.status().leading()).isFalse();
        assertThat(kit.proofs.checkpoint(Optional.of(5L))).isEmpty();
      } else {
        SignedNote note = kit.awaitCheckpoint(5);
        assertThat(Checkpoint.parse(note.text()).root())
            .isEqualTo(SigningKit.root(kit.database.events()));
        assertThat(directory.resolve("checkpoint")).hasContent(note.toString());
      }
    }
  }
}
