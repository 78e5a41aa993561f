package io.weir.control.search;

import io.weir.contracts.read.ReadView;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one statement that finds objects of every kind: what is called just so first, then what
 * begins so, then the rest; within that by kind and name. Its first parameter is the text, in lower
 * case.
 */
final class SearchStatement {
  private SearchStatement() {}

  /** The kinds, in the order in which they come; each of the view of its name. */
  private enum Kind {
    UPSTREAM("coalesce(nullif(t.name, ''), t.id)"),
    SERVICE("t.name"),
    API("t.name"),
    DOMAIN("t.domain"),
    INSTANCE("t.name"),
    NETWORK("t.name"),
    VPC("t.name");

    private final String name;

    Kind(String name) {
      this.name = name;
    }

    private ReadView view() {
      return ReadView.valueOf(name());
    }

    private String sql(Function<ReadView, String> place) {
      return "select '%s' as kind, %d as kind_order, t.%s as id, %s as name, %s as service_id from %s t where strpos(t.search, $1) > 0"
          .formatted(
              view().view(),
              ordinal(),
              this == DOMAIN ? "domain" : "id",
              name,
              this == API || this == DOMAIN ? "t.service_id" : "null",
              place.apply(view()));
    }
  }

  /** As {@code address:port} of the first node that has the text. */
  private static final String NODE =
      """
      select n.node from (
        select e.i, case when strpos(e.n ->> 'address', ':') > 0 then '[' || (e.n ->> 'address') || ']'
          else e.n ->> 'address' end || ':' || (e.n ->> 'port') as node
        from %s u, json_array_elements(u.document -> 'nodes') with ordinality e(n, i)
        where u.id = r.id) n
      where strpos(lower(n.node), $1) > 0 order by n.i limit 1\
      """;

  /**
   * The statement.
   *
   * @param place what stands for a view
   */
  static String sql(Function<ReadView, String> place, int limit) {
    String all =
        Arrays.stream(Kind.values())
            .map(kind -> kind.sql(place))
            .collect(Collectors.joining(" union all "));
    return """
    select c.position as read_position, c.ledger as read_ledger, null::bigint as read_total, r.*,
      (select s.name from %s s where s.id = r.service_id) as service_name,
      case r.kind
        when 'api' then (select a.method || ' ' || a.path from %s a where a.id = r.id)
        when 'domain' then (select d.environment from %s d where d.domain = r.id)
        when 'upstream' then (%s) end as detail
    from (select coalesce(max(position), 0) as position,
      coalesce(max(ledger_id::text), '') as ledger from %s) c
    left join (
      select f.*, row_number() over (order by f.rank, f.kind_order, f.name, f.id) as read_row
      from (
        select k.*, case when lower(k.id) = $1 or lower(k.name) = $1 then 0
          when starts_with(lower(k.name), $1) or starts_with(k.id, $1) then 1 else 2 end as rank
        from (%s) k
        order by rank, kind_order, name, id limit %d) f
    ) r on true
    order by r.read_row\
    """
        .formatted(
            place.apply(ReadView.SERVICE),
            place.apply(ReadView.API),
            place.apply(ReadView.DOMAIN),
            NODE.formatted(place.apply(ReadView.UPSTREAM)),
            ReadView.CHECKPOINT,
            all,
            limit);
  }
}
