package io.weir.guard.session;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.weir.guard.session.SessionProbe.Keeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Down while a pooler in front of PostgreSQL gives each transaction another session: locks, time-
 * outs and LISTEN would be lost without a word. Looks at the start, and on until it has seen that
 * sessions are kept; a service whose pooler is set right goes on by itself.
 */
@Readiness
@ApplicationScoped
class SessionCheck implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(SessionCheck.class);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final String PATIENCE_SECONDS = "5";

  private static final String REMEDY =
      "set the pooler to session mode (PgBouncer: pool_mode = session), or lead WEIR_POSTGRES_HOST"
          + " and _PORT past it to PostgreSQL";

  private final Optional<String> url;
  private final Properties properties = new Properties();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean looked;
  private volatile @Nullable String lost;

  SessionCheck(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.url = url;
    user.ifPresent(name -> properties.setProperty("user", name));
    password.ifPresent(secret -> properties.setProperty("password", secret));
    properties.setProperty("ApplicationName", "weir-session-check");
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("socketTimeout", PATIENCE_SECONDS);
    // a prepared statement is what such a pooler trips over first, and that would say nothing
    properties.setProperty("preferQueryMode", "simple");
  }

  void start(@Observes StartupEvent started) {
    url.ifPresentOrElse(
        found -> Thread.ofPlatform().daemon().name("session-check").start(() -> run(found)),
        () -> looked = true);
  }

  private void run(String found) {
    var probe = new SessionProbe(() -> connect(found));
    try {
      while (!isSettled(probe.look()) && !stopped.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        // looks again
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      looked = true;
    }
  }

  private Connection connect(String found) throws SQLException {
    return DriverManager.getConnection(found, properties);
  }

  private boolean isSettled(Keeping keeping) {
    boolean settled =
        switch (keeping) {
          case Keeping.Kept() -> {
            if (lost != null) {
              LOG.info("connections to PostgreSQL keep their sessions now");
            }
            lost = null;
            yield true;
          }
          case Keeping.Lost(String how) -> {
            if (lost == null) {
              LOG.errorf(
                  "not ready: a pooler in front of PostgreSQL does not keep sessions (%s). Locks,"
                      + " time-outs and prepared statements of Weir would be lost: %s",
                  how, REMEDY);
            }
            lost = how;
            yield false;
          }
          case Keeping.Unknown(String why) -> {
            LOG.debugf("whether sessions are kept is not known yet: %s", why);
            yield false;
          }
        };
    looked = true;
    return settled;
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
  }

  @Override
  public HealthCheckResponse call() {
    String how = lost;
    var answer = HealthCheckResponse.named("postgres-sessions").status(looked && how == null);
    if (how != null) {
      answer.withData("reason", "a pooler in front of PostgreSQL does not keep sessions: " + how);
      answer.withData("remedy", REMEDY);
    }
    return answer.build();
  }
}
