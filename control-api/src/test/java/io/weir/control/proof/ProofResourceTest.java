package io.weir.control.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.weir.contracts.log.Hash;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.Cosignature;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import io.weir.transparency.note.VerifierKey;
import io.weir.transparency.tree.ConsistencyProof;
import io.weir.transparency.tree.InclusionProof;
import io.weir.transparency.tree.Merkle;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proven over HTTP is what the events are, by the verifiers that auditors use. */
@ControlApi
@TestProfile(WithSigner.class)
class ProofResourceTest {
  private static final String FOR_EVER = "max-age=31536000, immutable";
  private static final long SEED = 20260101;
  private static final int ROUNDS = 60;

  private final ApiDocument document = ApiDocument.read();

  @Inject SignedLedger ledger;
  private Checkpoint newest;
  private List<Hash> events;

  @BeforeEach
  void twoFullTilesAndAPart() throws Exception {
    newest = ledger.of(560);
    events = ledger.hashes();
    assertThat(events).hasSize((int) newest.size());
  }

  private static Response get(String path) {
    return given().get("/v1/ledger/" + path);
  }

  private static byte[] kept(String path) {
    return get(path)
        .then()
        .statusCode(200)
        .contentType("application/octet-stream")
        .header("Cache-Control", FOR_EVER)
        .extract()
        .asByteArray();
  }

  @Test
  void theCheckpointIsOfAllEventsAndSignedByTheKeyThatTheLedgerNames() throws Exception {
    Response answer = get("checkpoint");
    answer
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .header("Cache-Control", equalTo("no-cache"));

    SignedNote note = SignedNote.parse(answer.asByteArray());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint).isEqualTo(newest);
    assertThat(checkpoint.root()).isEqualTo(SignedLedger.root(events));
    var keys = get("keys").jsonPath();
    var current = "items.findAll { it.retired == null }.";
    VerifierKey key = VerifierKey.parse(keys.getString(current + "verifierKey[0]"));
    VerifierKey timed = VerifierKey.parse(keys.getString(current + "timedKey[0]"));
    assertThat(note.signedBy(key)).isPresent();
    assertThat(Cosignature.time(note.signedBy(timed).orElseThrow()))
        .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(1));
  }

  @Test
  void aCheckpointOfASizeStaysThereWhenTheLedgerGrows() throws Exception {
    String before = get("checkpoint?size=" + newest.size()).asString();
    Checkpoint later = ledger.of(newest.size() + 1);

    assertThat(later.size()).isGreaterThan(newest.size());
    assertThat(get("checkpoint?size=" + newest.size()).asString()).isEqualTo(before);
    get("checkpoint?size=0")
        .then()
        .statusCode(404)
        .body("detail", equalTo("no checkpoint of 0 events was signed"));
  }

  private static byte[] leaves(List<Hash> of) {
    var bytes = new ByteArrayOutputStream();
    of.forEach(event -> bytes.writeBytes(Merkle.leafOf(event).bytes()));
    return bytes.toByteArray();
  }

  private static byte[] entries(List<Hash> of) {
    var bytes = new ByteArrayOutputStream();
    for (Hash event : of) {
      bytes.write(0);
      bytes.write(Merkle.HASH_BYTES);
      bytes.writeBytes(event.bytes());
    }
    return bytes.toByteArray();
  }

  @Test
  void tilesFullAndPartialAreTheHashesOfTheirLeavesAndMayBeKept() {
    assertThat(kept("tile/0/000")).isEqualTo(leaves(events.subList(0, 256)));
    assertThat(kept("tile/0/001")).isEqualTo(leaves(events.subList(256, 512)));
    assertThat(kept("tile/0/002.p/48")).isEqualTo(leaves(events.subList(512, 560)));
    assertThat(kept("tile/0/000.p/255"))
        .as("part of a tile that is full now")
        .isEqualTo(leaves(events.subList(0, 255)));
    byte[] above = kept("tile/1/000.p/2");
    assertThat(above).hasSize(2 * Merkle.HASH_BYTES);
    assertThat(above).startsWith(SignedLedger.root(events.subList(0, 256)).bytes());
    assertThat(above).endsWith(SignedLedger.root(events.subList(256, 512)).bytes());
  }

  @Test
  void entriesAreTheHashesOfEventsBehindTheirLengths() {
    assertThat(kept("tile/entries/000")).isEqualTo(entries(events.subList(0, 256)));
    assertThat(kept("tile/entries/001")).isEqualTo(entries(events.subList(256, 512)));
    assertThat(kept("tile/entries/002.p/3")).isEqualTo(entries(events.subList(512, 515)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/999",
        "tile/entries/999",
        "tile/0/x001/000",
        "tile/entries/x001/000.p/1",
        "tile/1/000",
        "tile/2/000.p/1",
        "tile/7/000",
        "tile/8/000",
        "tile/00/000",
        "tile/-1/000",
        "tile/data/000",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p",
        "tile/0/000/1",
        "tile/0/-01",
        "tile/entries/0",
        "tile/entries/000.p/0",
        "tile/entries/000.p/256",
        // whose first leaf a long cannot count
        "tile/0/x050/x000/x000/x000/x000/000",
        "tile/0/x072/x057/x594/x037/x927/936",
        "tile/entries/x072/x057/x594/x037/x927/936"
      })
  void whatIsNoTileOrNotFullYetIsNotThereAndNeverKept(String path) {
    get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .header("Cache-Control", not(containsString("immutable")))
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void randomEventsAreProvenInTreesOfRandomSizes() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      int size = 1 + random.nextInt(events.size());
      int position = 1 + random.nextInt(size);
      Response answer = get("proof/inclusion?position=%d&size=%d".formatted(position, size));
      answer.then().statusCode(200).header("Cache-Control", equalTo(FOR_EVER));
      document.describes("InclusionProof", answer);
      var json = answer.jsonPath();
      Hash root = SignedLedger.root(events.subList(0, size));

      assertThat(json.getLong("position")).isEqualTo(position);
      assertThat(json.getString("hash")).isEqualTo(events.get(position - 1).hex());
      assertThat(SignedLedger.base64(json.getString("root"))).isEqualTo(root);
      var proof = new InclusionProof(position - 1, json.getLong("size"), SignedLedger.proof(json));
      assertThat(proof.proves(events.get(position - 1), root))
          .as("event %d of %d", position, size)
          .isTrue();
      assertThat(proof.proves(events.get(position % events.size()), root)).isFalse();
    }
  }

  @Test
  void treesOfRandomSizesContinueEachOther() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      int to = 1 + random.nextInt(events.size());
      int from = 1 + random.nextInt(to);
      Response answer = get("proof/consistency?from=%d&to=%d".formatted(from, to));
      answer.then().statusCode(200).header("Cache-Control", equalTo(FOR_EVER));
      document.describes("ConsistencyProof", answer);
      var json = answer.jsonPath();
      Hash earlier = SignedLedger.root(events.subList(0, from));
      Hash later = SignedLedger.root(events.subList(0, to));

      assertThat(SignedLedger.base64(json.getString("fromRoot"))).isEqualTo(earlier);
      assertThat(SignedLedger.base64(json.getString("toRoot"))).isEqualTo(later);
      var proof =
          new ConsistencyProof(json.getLong("from"), json.getLong("to"), SignedLedger.proof(json));
      assertThat(proof.proves(earlier, later)).as("%d to %d", from, to).isTrue();
      assertThat(proof.proves(Hash.of("other"), later)).isFalse();
    }
  }

  @Test
  void withoutASizeAProofIsOfTheTreeAsItIsAndNotKept() throws Exception {
    var included = get("proof/inclusion?position=1");
    included
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-cache"))
        .body("size", equalTo((int) newest.size()));
    assertThat(SignedLedger.base64(included.jsonPath().getString("root"))).isEqualTo(newest.root());
    get("proof/consistency?from=1")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-cache"))
        .body("to", equalTo((int) newest.size()));
  }

  private void said(SigningKey witness, long size, Hash root) throws Exception {
    ledger.execute(
        "insert into ledger.cosignature (size, key, root, line, at) values (?, ?, ?, 'a line', ?)"
            + " on conflict (size, key) do update set root = excluded.root",
        size,
        witness.verifier().toString(),
        root.bytes(),
        Instant.EPOCH.atOffset(ZoneOffset.UTC));
  }

  @Test
  void whatAWitnessSaidIsComparedWithTheLedgerAtItsSize() throws Exception {
    SigningKey witness = SigningKey.generate("weir/replica/two", KeyKind.COSIGNATURE);
    var random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      int size = 1 + random.nextInt(events.size());
      Hash root = SignedLedger.root(events.subList(0, size));
      for (boolean consistent : List.of(false, true)) {
        said(witness, size, consistent ? root : Hash.of("another history"));
        assertThat(consistent(witness, size)).as("of %d events", size).isEqualTo(consistent);
      }
    }
    said(witness, newest.size() + 1_000_000, newest.root());
    assertThat(consistent(witness, newest.size() + 1_000_000))
        .as("of more events than there are")
        .isFalse();
    ledger.execute("delete from ledger.cosignature where line = 'a line'");
  }

  private boolean consistent(SigningKey witness, long size) {
    Response answer = get("cosignatures?size=" + size);
    document.describes("CosignatureList", answer);
    return answer
        .jsonPath()
        .getBoolean("items.find { it.key == '%s' }.consistent".formatted(witness.verifier()));
  }

  @Test
  void whatAWitnessSaidIsALineThatCompletesTheNote() throws Exception {
    SigningKey witness = SigningKey.generate("weir/replica/one", KeyKind.COSIGNATURE);
    Instant at = Instant.ofEpochSecond(1_800_000_000);
    SignedNote note = ledger.note();
    String all = new SignedNote(note.text(), List.of(witness.cosign(note.text(), at))).toString();
    ledger.execute(
        "insert into ledger.cosignature (size, key, root, line, at) values (?, ?, ?, ?, ?)",
        newest.size(),
        witness.verifier().toString(),
        newest.root().bytes(),
        all.substring(all.lastIndexOf("\n\n") + 2),
        at.atOffset(ZoneOffset.UTC));

    for (String query : List.of("cosignatures", "cosignatures?size=" + newest.size())) {
      Response answer = get(query);
      answer.then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
      document.describes("CosignatureList", answer);
      var said = "items.find { it.key == '%s' }.".formatted(witness.verifier());
      String line = answer.jsonPath().getString(said + "signature");
      SignedNote completed = SignedNote.parse(note + line + "\n");
      assertThat(Cosignature.time(completed.signedBy(witness.verifier()).orElseThrow()))
          .isEqualTo(at);
      assertThat(answer.jsonPath().getLong(said + "size")).isEqualTo(newest.size());
      assertThat(answer.jsonPath().getBoolean(said + "consistent")).isTrue();
    }
    get("cosignatures?size=3").then().body("items", empty());
  }
}
