package io.weir.projector.replica;

/** What becomes of reports in PostgreSQL. */
final class ReportSql {
  /**
   * The row of a replica and, unless the report is older than what is known, what it finds of the
   * nodes of upstreams and which certificates it serves: what it no longer says goes, what it says
   * anew is written, and what it repeats is not touched.
   *
   * <p>Replicas have clocks of their own, and any of them may be wrong: a report counts from when
   * it is written here. $7 is null for it, or what the record says of when it was made, if that was
   * before this process began: it is believed, but not of the future, and not if it is long ago.
   */
  static final String UPSERT =
      """
      with newest as (
        insert into projector.replica as r
          (replica_id, instance, position, state, address, admin_address, last_seen_at, document,
           topic_offset)
        select $1::text, $2::text, $3::bigint, $4::text, $5::text, $6::text, heard.at,
          $8::text::json, $19::bigint
        from (select least($7::timestamptz, clock_timestamp()) as at) as heard
        where heard.at > clock_timestamp() - make_interval(secs => $20::float8)
        on conflict (replica_id) do update set
          instance = excluded.instance, position = excluded.position, state = excluded.state,
          address = excluded.address, admin_address = excluded.admin_address,
          last_seen_at = excluded.last_seen_at, document = excluded.document,
          topic_offset = excluded.topic_offset
        where r.topic_offset < excluded.topic_offset
        returning replica_id as replica, last_seen_at as heard_at
      ), found as (
        select newest.replica, newest.heard_at, s.*
        from newest, unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[])
          as s(upstream_id, node, state, cause, since)
      ), silenced as (
        delete from projector.node_health h using newest
        where h.replica = newest.replica and not exists (
          select from found f where f.upstream_id = h.upstream_id and f.node = h.node)
      ), served as (
        select newest.replica, s.name, s.names::json as names, s.not_before, s.not_after, s.problem
        from newest,
          unnest($14::text[], $15::text[], $16::timestamptz[], $17::timestamptz[], $18::text[])
          as s(name, names, not_before, not_after, problem)
      ), withdrawn as (
        delete from projector.certificate c using newest
        where c.replica = newest.replica and not exists (
          select from served s where s.name = c.name)
      ), certified as (
        insert into projector.certificate as c
          (replica, name, names, not_before, not_after, problem)
        select s.* from served s
        where not exists (
          select from projector.certificate k
          where k.replica = s.replica and k.name = s.name
            and (k.names::text, k.not_before, k.not_after, k.problem)
              is not distinct from (s.names::text, s.not_before, s.not_after, s.problem))
        on conflict (replica, name) do update set
          names = excluded.names, not_before = excluded.not_before,
          not_after = excluded.not_after, problem = excluded.problem
      )
      insert into projector.node_health as h
        (replica, upstream_id, node, state, cause, changed_at)
      select f.replica, f.upstream_id, f.node, f.state, f.cause,
        coalesce(f.since, case when k.state = f.state then k.changed_at end, f.heard_at)
      from found f
      left join projector.node_health k
        on k.replica = f.replica and k.upstream_id = f.upstream_id and k.node = f.node
      where (k.state, k.cause, k.changed_at)
        is distinct from (f.state, f.cause, coalesce(f.since, k.changed_at))
      on conflict (replica, upstream_id, node) do update set
        state = excluded.state, cause = excluded.cause, changed_at = excluded.changed_at\
      """;

  static final String DELETE =
      "delete from projector.replica where replica_id = $1 and topic_offset < $2";

  /** Of a topic that ends before, these offsets are of another one, in the place of which it is. */
  static final String FORGET_OFFSETS =
      "update projector.replica set topic_offset = -1 where topic_offset >= $1";

  private ReportSql() {}
}
