package io.weir.control.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.Json;
import io.weir.ledger.Refusal;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ReadModel;
import io.weir.rest.Refusals;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/attempts}: which writes were refused, and why; newest first. */
@Path("/v1/attempts")
public class AttemptLists extends ListResource {
  /** Every refused write, whether it became a command or not. */
  private static final String REFUSED = "ledger.refused";

  private static final String HEAD = "ledger.ledger_head";

  /** A code is that of the answer, or of one of the reasons in it. */
  private static final String OF_CODE = "(t.code = ? or strpos(t.errors, '\"' || ? || '\"') > 0)";

  /** Objects are named by paths and by reasons. */
  private static final String OF_SUBJECT =
      "(strpos(t.operation, ?) > 0 or strpos(t.errors, ?) > 0)";

  private static final String SEARCHED =
      "lower(concat_ws(E'\\n', t.operation, t.command, t.code, t.errors, t.actor, t.reason,"
          + " t.source_address, t.correlation))";

  private static final TypeReference<List<Refusal>> REFUSALS = new TypeReference<>() {};

  AttemptLists(Lists lists) {
    super(
        lists,
        ListOf.rows(REFUSED, HEAD, "-at", KeyType.UUID, "id")
            .order("at", "at", KeyType.TIME)
            .filter("actor", "t.actor = ?")
            .filter("operation", "strpos(t.operation, ?) = 1")
            .filter("code", OF_CODE)
            .filter("subject", OF_SUBJECT)
            .filter("source_address", "t.source_address = ?")
            .times("t.at >= ?", "t.at < ?")
            .searching(SEARCHED)
            .with(
                "at, operation, command, status, code, errors, actor, reason, source_address,"
                    + " correlation, position, unrecorded",
                AttemptLists::attempt)
            .whole("errors as all_errors", AttemptLists::errors));
  }

  private static void attempt(ObjectNode item, Row row) {
    item.put("at", ReadModel.time(row, "at"));
    text(item, "operation", row.getString("operation"));
    text(item, "command", row.getString("command"));
    if (row.getLong("unrecorded") > 0) {
      item.put("code", row.getString("code")).put("unrecorded", row.getLong("unrecorded"));
      return;
    }
    Integer status = row.getInteger("status");
    if (status == null) {
      Problem problem = decided(row);
      item.put("status", problem.status()).put("code", problem.code());
    } else {
      item.put("status", status).put("code", row.getString("code"));
    }
    text(item, "actor", row.getString("actor"));
    text(item, "reason", row.getString("reason"));
    text(item, "sourceAddress", row.getString("source_address"));
    text(item, "correlation", row.getString("correlation"));
    if (row.getLong("position") != null) {
      item.put("position", row.getLong("position"));
    }
  }

  private static void errors(ObjectNode item, Row row) {
    if (row.getLong("unrecorded") == 0) {
      item.set(
          "errors",
          row.getInteger("status") == null
              ? Json.MAPPER.valueToTree(decided(row).errors())
              : ReadModel.tree(row, "errors"));
    }
  }

  private static void text(ObjectNode item, String field, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      item.put(field, text);
    }
  }

  /** The answer that the ledger's refusals were made into. */
  private static Problem decided(Row row) {
    List<Refusal> refusals = Json.MAPPER.convertValue(ReadModel.tree(row, "errors"), REFUSALS);
    return refusals.isEmpty()
        ? Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, "")
        : Refusals.problem(refusals);
  }
}
