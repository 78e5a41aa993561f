package io.weir.guard.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.guard.session.SessionProbe.Keeping;
import io.weir.testing.Backends;
import io.weir.testing.Pooler;
import io.weir.testing.Postgres;
import java.sql.DriverManager;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL, directly and through what shares its sessions. */
@Tag("slow")
class SessionProbeTest {
  private static Postgres postgres;
  private static String database;

  @BeforeAll
  static void start() {
    postgres = Backends.start().postgres();
    database = postgres.newDatabase();
  }

  private static Keeping look(int port) {
    var properties = new Properties();
    properties.setProperty("user", postgres.user());
    properties.setProperty("password", postgres.password());
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("socketTimeout", "5");
    String url = "jdbc:postgresql://%s:%d/%s".formatted(postgres.host(), port, database);
    return new SessionProbe(() -> DriverManager.getConnection(url, properties)).look();
  }

  @RepeatedTest(5)
  void aDirectConnectionKeepsItsSession() {
    assertThat(look(postgres.port())).isEqualTo(new Keeping.Kept());
  }

  @RepeatedTest(5)
  void aPoolerThatLeavesEachClientItsSessionIsFine() {
    try (var pooler = Pooler.ofSessions(postgres.host(), postgres.port())) {
      assertThat(look(pooler.port())).isEqualTo(new Keeping.Kept());
    }
  }

  @RepeatedTest(5)
  void aPoolerThatGivesEachTransactionAnotherSessionIsFound() {
    try (var pooler = Pooler.ofTransactions(postgres.host(), postgres.port())) {
      assertThat(look(pooler.port())).isInstanceOf(Keeping.Lost.class);
    }
  }

  @Test
  void nothingIsSaidOfADatabaseThatIsAway() {
    Pooler gone = Pooler.ofSessions(postgres.host(), postgres.port());
    gone.close();

    assertThat(look(gone.port())).isInstanceOf(Keeping.Unknown.class);
  }
}
