package io.weir.testing;

import java.sql.SQLException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container. */
public final class ContainerPostgres implements Postgres {
  private static final String ADMIN_PASSWORD = "postgres";

  private final Container container =
      Container.launch(
          new PostgreSQLContainer(
                  DockerImageName.parse(Images.postgres()).asCompatibleSubstituteFor("postgres"))
              .withUsername(Sql.ADMIN)
              .withPassword(ADMIN_PASSWORD),
          PostgreSQLContainer.POSTGRESQL_PORT,
          ContainerPostgres::serves);

  private ContainerPostgres() {}

  /** Starts a server of its own for the caller, who has to close it. */
  public static ContainerPostgres launch() {
    var postgres = new ContainerPostgres();
    Sql.createRole(postgres.host(), postgres.port(), ADMIN_PASSWORD);
    return postgres;
  }

  private static boolean serves(Container container) {
    try (var connection =
        Sql.dataSource(container.host(), container.port(), "postgres", Sql.ADMIN, ADMIN_PASSWORD)
            .getConnection()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public String host() {
    return container.host();
  }

  @Override
  public int port() {
    return container.port();
  }

  @Override
  public void start() {
    container.start();
  }

  @Override
  public void stop() {
    container.stop();
  }

  @Override
  public boolean running() {
    return container.running();
  }

  @Override
  public void close() {
    container.close();
  }
}
