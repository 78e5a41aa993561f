package io.weir.registry;

import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/** The part of the projector: the views of schema {@code read} that lists are made from. */
public record ReadSchema(DataSource database) {
  /** Makes the schema anew: empty, at position 0. */
  public static ReadSchema create(DataSource database) {
    var schema = new ReadSchema(database);
    schema.drop();
    schema.sql("create schema read");
    schema.sql(
        """
        create table read.checkpoint (
          position bigint not null, hash text not null, updated_at timestamptz not null);
        insert into read.checkpoint values (0, '', now());
        create table read.vpc (
          id text primary key, name text not null, document json not null,
          version bigint not null, position bigint not null,
          created_at timestamptz not null, changed_at timestamptz not null);
        create table read.network (like read.vpc including all);
        create table read.link (
          network_id text not null, vpc_id text not null, attached bool not null,
          position bigint not null, at timestamptz not null, primary key (network_id, vpc_id));
        create table read.instance (
          id text primary key, name text not null, vpc_id text not null, document json not null,
          service_count int not null, version bigint not null, position bigint not null,
          created_at timestamptz not null, changed_at timestamptz not null);
        create table read.data_plane_node (
          node_id text primary key, instance text, position bigint, state text,
          address text, admin_address text, last_seen_at timestamptz not null, document json not null);
        create table read.node_health (
          upstream_id text not null, node text not null, data_plane_node text not null,
          state text not null, changed_at timestamptz not null);
        """);
    return schema;
  }

  /** Takes the schema away. */
  public void drop() {
    sql("drop schema if exists read cascade");
  }

  /** How much of the ledger the views say they know. */
  public ReadSchema at(long position) {
    sql("update read.checkpoint set position = " + position);
    return this;
  }

  /** VPCs or networks of these names, oldest first, with ids {@code prefix-00000001} and so on. */
  public ReadSchema named(String table, String prefix, String... names) {
    for (int i = 1; i <= names.length; i++) {
      String id = "%s-%08d".formatted(prefix, i);
      sql(
          """
          insert into read.%s values (
            '%s', '%s', '{"id":"%s","name":"%s","description":""}', 2, %d,
            '2026-01-01T00:00:0%dZ', '2026-02-03T04:05:06.789Z')"""
              .formatted(table, id, names[i - 1], id, names[i - 1], 10 + i, i));
    }
    return this;
  }

  /** A link. */
  public ReadSchema link(String networkId, String vpcId, boolean attached, long position) {
    sql(
        "insert into read.link values ('%s', '%s', %b, %d, now())"
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
          insert into read.instance values (
            '%s', '%s', '%s', '{"id":"%s","name":"%s","description":"","vpcId":"%s"}', %d, 3, 17,
            '2026-01-01T00:00:0%dZ', '2026-02-03T04:05:06.789Z')"""
              .formatted(id, name, vpcId, id, name, vpcId, order, order));
    }
    return this;
  }

  /** A data-plane node that was last heard of some seconds ago. */
  public ReadSchema node(String nodeId, String instance, long position, int secondsAgo) {
    sql(
        """
        insert into read.data_plane_node values (
          '%s', '%s', %d, 'LIVE', '127.0.0.1:8000', '127.0.0.1:9000',
          now() - interval '%d seconds', '{}')"""
            .formatted(nodeId, instance, position, secondsAgo));
    return this;
  }

  /** A data-plane node that cannot go on, and why. */
  public ReadSchema stuckNode(String nodeId, String reason) {
    sql(
        """
        insert into read.data_plane_node values (
          '%s', '*', 7, 'STUCK', '127.0.0.1:8000', '127.0.0.1:9000', now(), '{"reason":"%s"}')"""
            .formatted(nodeId, reason));
    return this;
  }

  /** What a data-plane node finds of a node of an upstream. */
  public ReadSchema health(String nodeId, String node, String state) {
    sql(
        "insert into read.node_health values ('upstream-00000001', '%s', '%s', '%s', now())"
            .formatted(node, nodeId, state));
    return this;
  }

  /** A data-plane node that was just heard of, but says nothing of itself. */
  public ReadSchema taciturnNode(String nodeId) {
    sql(
        "insert into read.data_plane_node (node_id, last_seen_at, document)"
            + " values ('%s', now(), '{}')".formatted(nodeId));
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
