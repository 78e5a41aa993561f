package io.weir.registry.replica;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.CertificateName;
import io.weir.rest.ReadModel;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import io.weir.rest.list.Timestamps;
import jakarta.ws.rs.Path;
import java.time.Instant;

/**
 * {@code /v1/certificates}: the certificates that live replicas say they serve, or ought to. Where
 * replicas have different ones of a name, the one that expires first speaks for it.
 */
@Path("/v1/certificates")
public class CertificateLists extends ListResource {
  private static final String BY_NAME =
      """
      (select name, min(not_after) as not_after,
        (array_agg(names order by not_after, replica))[1] as names,
        (array_agg(not_before order by not_after, replica))[1] as not_before,
        (array_agg(problem order by replica) filter (where problem is not null))[1] as problem,
        json_agg(json_strip_nulls(json_build_object('replicaId', replica,
          'notAfter', extract(epoch from not_after)::bigint, 'problem', problem))
          order by replica) as replicas
      from %s group by name)\
      """
          .formatted(ReadView.CERTIFICATE);

  /** What no replica has comes first. */
  private static final String EXPIRY =
      "coalesce((extract(epoch from not_after) * 1000000)::bigint, 0)";

  CertificateLists(Lists lists) {
    super(
        lists,
        ListOf.rows(
                BY_NAME,
                ReadView.CHECKPOINT.toString(),
                "expires",
                KeyType.TEXT,
                "name collate \"C\"")
            .order("expires", EXPIRY, KeyType.NUMBER)
            .order("name")
            .filter("name", CertificateName::new)
            .filter("expires_before", "not_after < ?", Timestamps::read)
            .searching("lower(concat_ws(E'\\n', t.name, t.names))")
            .with("t.name, not_before, not_after, problem", CertificateLists::certificate)
            .whole(
                "t.names::text as names, t.replicas::text as replicas",
                CertificateLists::replicas));
  }

  private static void certificate(ObjectNode item, Row row) {
    item.put("name", row.getString("name"));
    if (row.getOffsetDateTime("not_before") != null) {
      item.put("notBefore", ReadModel.time(row, "not_before"));
    }
    if (row.getOffsetDateTime("not_after") != null) {
      item.put("notAfter", ReadModel.time(row, "not_after"));
    }
    if (row.getString("problem") != null) {
      item.put("problem", row.getString("problem"));
    }
  }

  private static void replicas(ObjectNode item, Row row) {
    if (row.getString("names") != null) {
      item.set("names", ReadModel.tree(row, "names"));
    }
    JsonNode replicas = ReadModel.tree(row, "replicas");
    for (JsonNode replica : replicas) {
      if (replica.has("notAfter")) {
        ((ObjectNode) replica)
            .put(
                "notAfter", Instant.ofEpochSecond(replica.path("notAfter").longValue()).toString());
      }
    }
    item.set("replicas", replicas);
  }
}
