package io.weir.testing;

import java.util.UUID;

/**
 * A PostgreSQL server for tests; role {@code weir} may log in and create databases, and is no
 * superuser, as in a real installation.
 */
public sealed interface Postgres extends Server permits EmbeddedPostgres, ContainerPostgres {

  /** Host name or address to connect to. */
  String host();

  /** Port to connect to, the same over restarts. */
  int port();

  /** Name of the role that tests connect as. */
  default String user() {
    return Sql.USER;
  }

  /** Password of {@link #user}. */
  default String password() {
    return Sql.PASSWORD;
  }

  /** Creates an empty database owned by {@link #user} and returns its name, never given before. */
  default String newDatabase() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    Sql.execute(
        Sql.dataSource(host(), port(), "postgres", user(), password()), "create database " + name);
    return name;
  }

  /** JDBC address of a database on this server, without user and password. */
  default String jdbcUrl(String database) {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
  }
}
