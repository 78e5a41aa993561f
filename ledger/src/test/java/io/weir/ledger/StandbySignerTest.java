package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.ledger.proof.NotSigningException;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.verify.NamedKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that could sign, of which one does. */
@Tag("slow")
class StandbySignerTest {
  @TempDir private Path directory;
  private SigningKit kit;

  @BeforeEach
  void aLedger() {
    kit = new SigningKit();
  }

  @AfterEach
  void stop() {
    kit.close();
  }

  @Test
  void ofTwoSignersOneSignsAndTheOtherTakesOver() throws Exception {
    kit.append(1);
    try (var second = kit.signer(directory)) {
      kit.awaitCheckpoint(2);
      try (var first = kit.signer(directory)) {
        kit.append(1);
        kit.awaitCheckpoint(3);
        assertThat(List.of(first.status().leading(), second.status().leading()))
            .containsExactlyInAnyOrder(true, false);
        second.close();
        kit.append(1);
        kit.awaitCheckpoint(4);
        assertThat(first.status().leading()).isTrue();
      }
    }
  }

  @Test
  void whoStandsByRotatesNothingAndRemembersWhatTheOtherSigned(@TempDir Path other)
      throws Exception {
    kit.append(1);
    try (var leader = kit.signer(directory)) {
      kit.awaitCheckpoint(2);
      try (var standby = kit.signer(other)) {
        await().atMost(SigningKit.PATIENCE).until(() -> standby.status().leader() != null);

        assertThatThrownBy(standby::rotation)
            .isInstanceOf(NotSigningException.class)
            .hasMessageContaining("another process signs")
            .hasMessageContaining(standby.status().leader());

        assertThat(kit.database.number("select position from ledger.ledger_head")).isEqualTo(2);
        assertThat(other.resolve("ledger.key")).doesNotExist();
        kit.rotate(leader);
        SignedNote note = kit.awaitCheckpoint(4);
        await().atMost(SigningKit.PATIENCE).until(() -> standby.status().size() == 4);
        assertThat(other.resolve("checkpoint")).hasContent(note.toString());

        leader.close();
        assertThatThrownBy(leader::rotation).isInstanceOf(NotSigningException.class);
        await().atMost(SigningKit.PATIENCE).until(() -> standby.status().leading());
        kit.awaitCheckpoint(5);
        kit.rotate(standby);
        kit.awaitCheckpoint(7);
        assertThat(kit.database.verify().keys())
            .as("each of the keys that signed, and what became of it")
            .extracting(NamedKey::until)
            .containsExactly(4L, null, 7L, null);
      }
    }
  }

  @Test
  void aDirectoryThatTwoShareHasOneKeyHoweverOftenItIsRotated() throws Exception {
    kit.append(1);
    try (var first = kit.signer(directory);
        var second = kit.signer(directory)) {
      kit.awaitCheckpoint(2);
      await()
          .atMost(SigningKit.PATIENCE)
          .until(() -> first.status().leading() || second.status().leading());
      var leader = first.status().leading() ? first : second;
      Command once = leader.rotation();
      Command again = leader.rotation();
      for (Command command : List.of(once, again)) {
        kit.append(command);
      }
      kit.awaitCheckpoint(4);
      leader.close();
      var heir = leader == first ? second : first;
      await().atMost(SigningKit.PATIENCE).until(() -> heir.status().leading());
      kit.append(1);
      kit.awaitCheckpoint(5);

      assertThat(kit.database.verify().keys())
          .extracting(NamedKey::until)
          .containsExactly(4L, null);
    }
  }
}
