package io.weir.control.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.CertificateName;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import java.util.List;
import java.util.Optional;

/**
 * Whether the live replicas that answer a custom domain have its certificate, as they say: {@code
 * MISSING} if one has none, {@code EXPIRED} if one has one that is over, {@code PRESENT} if all
 * have one that is not. Nothing is told while none says anything.
 */
final class CertificateState {
  /** Of the domain {@code t}. */
  static final String COLUMN =
      """
      (select case when bool_or(c.not_after is null) then 'MISSING'
          when bool_or(c.not_after <= now()) then 'EXPIRED' when count(*) > 0 then 'PRESENT' end
        from %s c join %s r on r.replica_id = c.replica
        where c.name = t.document ->> 'certificate' and r.instance in ('*',
          (select s.instance_id from %s s where s.id = t.service_id))) as certificate_state\
      """
          .formatted(ReadView.CERTIFICATE, ReadView.REPLICA, ReadView.SERVICE);

  private static final String ONE =
      "select "
          + COLUMN
          + " from (select json_build_object('certificate', $1::text) as document,"
          + " $2::text as service_id) t";

  private CertificateState() {}

  /** Writes it into the representation of a domain; a read model that is away tells nothing. */
  static Uni<ObjectNode> tell(CustomDomain domain, ObjectNode view, ReadModel readModel) {
    CertificateName certificate = domain.settings().certificate();
    if (certificate == null) {
      return Uni.createFrom().item(view);
    }
    return readModel
        .first(ONE, List.of(certificate.value(), domain.settings().serviceId().value()))
        .onFailure(ProblemException.class)
        .recoverWithItem(Optional.empty())
        .invoke(found -> found.ifPresent(row -> show(view, row)))
        .replaceWith(view);
  }

  /** Writes what a row says. */
  static void show(ObjectNode view, Row row) {
    if (row.getString("certificate_state") != null) {
      view.put("certificateState", row.getString("certificate_state"));
    }
  }
}
