package io.weir.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.log.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes beside the public ones of golang.org/x/mod/sumdb/note and of C2SP. */
class NoteTest {
  private static final String VKEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String SKEY =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String NOTE =
      TEXT
          + "\n"
          + "— PeterNeumann"
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void aKeySignsTheVeryBytesThatItSignsElsewhere() throws NoteException {
    SigningKey key = SigningKey.parse(SKEY);

    assertThat(key.verifier()).hasToString(VKEY);
    assertThat(key.secret()).isEqualTo(SKEY);
    assertThat(key.toString()).doesNotContain("AYEKFALVFGyNh");
    var note = new SignedNote(TEXT, java.util.List.of(key.sign(TEXT)));
    assertThat(note).hasToString(NOTE);
    assertThat(SignedNote.parse(NOTE).signedBy(VerifierKey.parse(VKEY))).isPresent();
  }

  @Test
  void theExampleOfTheSpecificationIsSigned() throws NoteException {
    var key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    var note =
        SignedNote.parse(
            "This is an example message.\n\n"
                + "— example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");

    assertThat(note.signedBy(key)).isPresent();
  }

  @Test
  void theCheckpointOfTheSpecificationIsRead() throws NoteException {
    var note =
        SignedNote.parse(
            """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """);

    Checkpoint checkpoint = Checkpoint.parse(note.text());

    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20_852_163);
    assertThat(checkpoint.text()).isEqualTo(note.text());
    assertThat(Cosignature.time(note.signatures().getLast()))
        .isEqualTo(Instant.ofEpochSecond(1_679_315_147));
  }

  /** As the tests of the Go implementation mangle it. */
  @Test
  void aMangledVerifierKeyIsRefused() {
    for (int i = 0; i < VKEY.length(); i++) {
      String part = VKEY.substring(i);
      if (i > 0) {
        assertThatThrownBy(() -> VerifierKey.parse(part)).isInstanceOf(NoteException.class);
      }
      String begun = VKEY.substring(0, i);
      assertThatThrownBy(() -> VerifierKey.parse(begun)).isInstanceOf(NoteException.class);
      char[] changed = VKEY.toCharArray();
      changed[i]++;
      assertThatThrownBy(() -> VerifierKey.parse(new String(changed)))
          .isInstanceOf(NoteException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void aKeyOfAnotherLengthOrKindIsRefused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(NoteException.class);
  }

  @Test
  void aMangledSigningKeyIsRefusedAndNotRepeated() {
    for (int i = 0; i < SKEY.length(); i++) {
      char[] changed = SKEY.toCharArray();
      changed[i]++;
      assertThatThrownBy(() -> SigningKey.parse(new String(changed)))
          .isInstanceOf(NoteException.class)
          .hasMessageNotContaining("KDFz");
      String begun = SKEY.substring(0, i);
      assertThatThrownBy(() -> SigningKey.parse(begun)).isInstanceOf(NoteException.class);
    }
  }

  /** What a reader takes: a note of the key, nothing else. */
  private static boolean taken(byte[] note, VerifierKey key) {
    try {
      return SignedNote.parse(note).signedBy(key).isPresent();
    } catch (NoteException e) {
      return false;
    }
  }

  @Tag("slow")
  @Test
  void everyFlippedBitOfANoteIsRefused() throws NoteException {
    byte[] bytes = NOTE.getBytes(StandardCharsets.UTF_8);
    VerifierKey key = VerifierKey.parse(VKEY);
    assertThat(taken(bytes, key)).isTrue();
    for (int i = 0; i < bytes.length * 8; i++) {
      byte[] flipped = bytes.clone();
      flipped[i / 8] ^= (byte) (1 << i % 8);
      assertThat(taken(flipped, key)).as("bit %d", i).isFalse();
    }
  }

  @Tag("slow")
  @Test
  void everyFlippedBitOfACosignedCheckpointIsRefused() {
    SigningKey witness = SigningKey.generate("weir/replica/one", KeyKind.COSIGNATURE);
    String text = Checkpoint.of(new UUID(1, 2), 7, Hash.of("root")).text();
    var note =
        new SignedNote(
            text, java.util.List.of(witness.cosign(text, Instant.parse("2026-01-01T00:00:00Z"))));
    byte[] bytes = note.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(taken(bytes, witness.verifier())).isTrue();
    for (int i = 0; i < bytes.length * 8; i++) {
      byte[] flipped = bytes.clone();
      flipped[i / 8] ^= (byte) (1 << i % 8);
      assertThat(taken(flipped, witness.verifier())).as("bit %d", i).isFalse();
    }
  }

  @Test
  void aCosignatureSaysWhenAndIsNoSignatureOfTheNote() throws NoteException {
    SigningKey key = SigningKey.generate("weir/ledger/x", KeyKind.NOTE);
    String text = Checkpoint.of(new UUID(1, 2), 7, Hash.of("root")).text();
    Instant when = Instant.parse("2026-01-01T00:00:00Z");
    var note = new SignedNote(text, java.util.List.of(key.cosign(text, when)));

    Optional<NoteSignature> signature = note.signedBy(key.verifier().as(KeyKind.COSIGNATURE));

    assertThat(Cosignature.time(signature.orElseThrow())).isEqualTo(when);
    assertThat(note.signedBy(key.verifier())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\n— name AAAAAAA=",
        "text\n\n— name AAAA\n",
        "text\n\n- name AAAAAAA=\n",
        "text\n\n— na+me AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "te\txt\n\n— name AAAAAAA=\n",
        "text\n\n— name AAAAAAA=\n— broken\n"
      })
  void whatIsNoNoteIsRefused(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(NoteException.class);
  }

  @Test
  void whatIsNotUtf8OrTooLongIsNoNote() {
    byte[] latin = {'a', (byte) 0xe9, '\n'};
    assertThatThrownBy(() -> SignedNote.parse(latin)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]))
        .hasMessageContaining("at most");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "origin\n",
        "origin\n7\n",
        "origin\n7\nAAAA\n",
        "origin\n07\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n-7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n+7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\nseven\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
        "origin\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n",
        "origin\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
      })
  void whatIsNoCheckpointIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NoteException.class);
  }
}
