package io.weir.control.proof;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Hash;
import io.weir.control.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.tree.CompactRange;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A ledger whose events are all in a tree that was signed. */
@Singleton
public class SignedLedger {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int COMMAND = 100;

  private final Gateway gateway;
  private final DataSource database;

  SignedLedger(Gateway gateway, DataSource database) {
    this.gateway = gateway;
    this.database = database;
  }

  /** Records events until there are so many at least, and waits for the checkpoint of them all. */
  Checkpoint of(long events) throws NoteException {
    while (gateway.position() < events) {
      gateway.record(
          IntStream.range(0, COMMAND)
              .mapToObj(i -> EventMother.vpc(Gateway.name("vpc")))
              .toArray(GatewayEvent[]::new));
    }
    return checkpoint();
  }

  /** The checkpoint of all events there are. */
  Checkpoint checkpoint() throws NoteException {
    return Checkpoint.parse(note().text());
  }

  /** The same as it was signed. */
  SignedNote note() throws NoteException {
    await().atMost(PATIENCE).until(() -> newest(gateway.position()).statusCode() == 200);
    return SignedNote.parse(newest(gateway.position()).asString());
  }

  private static Response newest(long size) {
    return given().get("/v1/ledger/checkpoint?size=" + size);
  }

  /** The hashes of events as they were recorded, the first at 0. */
  List<Hash> hashes() throws SQLException {
    List<Hash> hashes = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select hash from ledger.event order by position")) {
      while (rows.next()) {
        hashes.add(Hash.fromBytes(rows.getBytes(1)));
      }
    }
    return hashes;
  }

  void execute(String sql, Object... values) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  /** A second telling of the root: leaf by leaf. */
  static Hash root(List<Hash> events) {
    CompactRange range = CompactRange.empty();
    events.forEach(range::append);
    return range.root();
  }

  static Hash base64(String text) {
    return Hash.fromBytes(Base64.getDecoder().decode(text));
  }

  static List<Hash> proof(JsonPath answer) {
    return answer.getList("proof", String.class).stream().map(SignedLedger::base64).toList();
  }
}
