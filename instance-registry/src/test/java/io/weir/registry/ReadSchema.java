package io.weir.registry;

import io.weir.testing.ReadModelTables;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/** The part of the projector: the views of schema {@code read} that lists are made from. */
public record ReadSchema(DataSource database) {
  /** Makes the schema anew: empty, at position 0. */
  public static ReadSchema create(DataSource database) {
    ReadModelTables.create(database, 0);
    return new ReadSchema(database);
  }

  /** Takes the schema away. */
  public void drop() {
    sql(ReadModelTables.dropSql());
  }

  /** How much of the ledger the views say they know. */
  public ReadSchema at(long position) {
    sql(ReadModelTables.atSql(position));
    return this;
  }

  /** VPCs or networks of these names, oldest first, with ids {@code prefix-00000001} and so on. */
  public ReadSchema named(String table, String prefix, String... names) {
    for (int i = 1; i <= names.length; i++) {
      String id = "%s-%08d".formatted(prefix, i);
      sql(
          """
          insert into read_g1.%s (
            id, name, document, search, version, position, created_at, changed_at) values (
            '%s', '%s', '{"id":"%s","name":"%s","description":""}', '%s', 2, %d,
            '2026-01-01T00:00:0%dZ', '2026-02-03T04:05:06.789Z')\
          """
              .formatted(
                  table, id, names[i - 1], id, names[i - 1], id + "\n" + names[i - 1], 10 + i, i));
    }
    return this;
  }

  /** A link. */
  public ReadSchema link(String networkId, String vpcId, boolean attached, long position) {
    sql(
        "insert into read_g1.link (network_id, vpc_id, attached, position, at) values ('%s', '%s', %b, %d, now())"
            .formatted(networkId, vpcId, attached, position));
    return this;
  }

  /** Dedicated instances in one VPC, oldest first, the first with one service, and so on. */
  public ReadSchema instances(String vpcId, String... ids) {
    for (String id : ids) {
      int order = Arrays.asList(ids).indexOf(id) + 1;
      String name = id.replace('-', '_');
      sql(
          """
          insert into read_g1.instance (
            id, name, vpc_id, document, search, version, position, created_at, changed_at) values (
            '%s', '%s', '%s', '{"id":"%s","name":"%s","description":"","vpcId":"%s"}', '%s', 3, 17,
            '2026-01-01T00:00:0%dZ', '2026-02-03T04:05:06.789Z');
          insert into read_g1.service (
            id, name, instance_id, document, api_count, search, version, position, created_at,
            changed_at)
          select 'service-%d000000' || i, 's', '%s', '{}', 0, '', 1, 1, now(), now()
          from generate_series(1, %d) i\
          """
              .formatted(id, name, vpcId, id, name, vpcId, id, order, order, id, order));
    }
    return this;
  }

  /** A replica that was last heard of some seconds ago. */
  public ReadSchema replica(String replicaId, String instance, long position, int secondsAgo) {
    sql(
        """
        insert into projector.replica (
          replica_id, instance, position, state, address, admin_address, last_seen_at, document)
        values ('%s', '%s', %d, 'LIVE', '127.0.0.1:8000', '127.0.0.1:9000',
          now() - interval '%d seconds', '{}')\
        """
            .formatted(replicaId, instance, position, secondsAgo));
    return this;
  }

  /** A replica that cannot go on, and why. */
  public ReadSchema stuckReplica(String replicaId, String reason) {
    sql(
        """
        insert into projector.replica (
          replica_id, instance, position, state, address, admin_address, last_seen_at, document)
        values ('%s', '*', 7, 'STUCK', '127.0.0.1:8000', '127.0.0.1:9000', now(), '{"reason":"%s"}')\
        """
            .formatted(replicaId, reason));
    return this;
  }

  /** What a replica finds of a node of an upstream. */
  public ReadSchema health(String replicaId, String node, String state) {
    sql(
        "insert into projector.node_health (replica, upstream_id, node, state, changed_at)"
            + " values ('%s', 'upstream-00000001', '%s', '%s', now())"
                .formatted(replicaId, node, state));
    return this;
  }

  /** What a live or other replica says of a certificate; {@code notAfter} is SQL. */
  public ReadSchema certificate(String replicaId, String name, String notAfter, String problem) {
    sql(
        """
        insert into projector.certificate (replica, name, names, not_before, not_after, problem)
        values ('%s', '%s', '["%s.example"]', %s - interval '90 days', %s, %s)\
        """
            .formatted(replicaId, name, name, notAfter, notAfter, problem));
    return this;
  }

  /** An environment of a service on an instance, and the domains that lead to it. */
  public ReadSchema released(
      String instanceId, String serviceId, String environment, String... domains) {
    sql(
        """
        insert into read_g1.service (
          id, name, instance_id, document, api_count, search, version, position, created_at,
          changed_at)
        values ('%s', 'shop', '%s', '{}', 0, '', 1, 1, now(), now()) on conflict do nothing;
        insert into read_g1.environment (service_id, environment, release_id, position, switched_at)
        values ('%s', '%s', 'release-00000001', 1, now())\
        """
            .formatted(serviceId, instanceId, serviceId, environment));
    for (String domain : domains) {
      sql(
          """
          insert into read_g1.domain (
            domain, service_id, environment, document, search, version, position, created_at,
            changed_at)
          values ('%s', '%s', '%s', '{}', '', 1, 1, now(), now())\
          """
              .formatted(domain, serviceId, environment));
    }
    return this;
  }

  /** A replica that was just heard of, but says nothing of itself. */
  public ReadSchema taciturnReplica(String replicaId) {
    sql(
        "insert into projector.replica (replica_id, last_seen_at, document)"
            + " values ('%s', now(), '{}')".formatted(replicaId));
    return this;
  }

  private void sql(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + sql, e);
    }
  }
}
