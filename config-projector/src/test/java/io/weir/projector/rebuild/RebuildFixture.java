package io.weir.projector.rebuild;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.weir.projector.kit.ProjectorFixture;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import io.weir.projector.store.SessionLock;
import jakarta.inject.Inject;
import java.util.Optional;

/** Rebuilds, and what other processes may be doing meanwhile. */
abstract class RebuildFixture extends ProjectorFixture {
  @Inject Generations generations;
  @Inject Rebuilds rebuilds;

  static String begin() {
    // the rebuild of a test before may be clearing up
    Response answer =
        await()
            .atMost(LIMIT)
            .until(() -> given().post("/v1/rebuilds"), it -> it.statusCode() == 202);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  static String state(String location) {
    return RestAssured.get(location).jsonPath().getString("state");
  }

  int active() {
    return generations.active().orElseThrow().number();
  }

  boolean schemaExists(int number) {
    return database
            .query("select 1 from pg_namespace where nspname = $1", Generation.schema(number))
            .size()
        > 0;
  }

  /** The lock of whoever rebuilds, as another process would hold it. */
  SessionLock lock() {
    return await()
        .atMost(LIMIT)
        .until(() -> SessionLock.tryTake(database, Rebuilds.LOCK), Optional::isPresent)
        .orElseThrow();
  }

  String layout() {
    return generations.active().orElseThrow().layout();
  }

  void layout(String layout) {
    database.query("update projector.generation set layout = $1 where state = 'active'", layout);
  }

  /** Somebody who has read a list and does not end the transaction. */
  final class Reader implements AutoCloseable {
    private final SqlConnection c = database.connect();

    Reader() {
      c.query(
              "begin; set local idle_in_transaction_session_timeout = 0;"
                  + " select count(*) from read.vpc")
          .execute()
          .await()
          .atMost(LIMIT);
    }

    @Override
    public void close() {
      c.query("rollback").execute().await().atMost(LIMIT);
      c.closeAndForget();
    }
  }
}
