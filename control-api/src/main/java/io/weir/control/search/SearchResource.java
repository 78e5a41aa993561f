package io.weir.control.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.read.ReadView;
import io.weir.ledger.Moment;
import io.weir.ledger.NoSuchMomentException;
import io.weir.rest.Answers;
import io.weir.rest.At;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Listing;
import io.weir.rest.Parameters;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /v1/search}: what is called so, whatever it is. */
@Path("/v1/search")
public class SearchResource {
  private final ReadModel readModel;
  private final Reads reads;

  SearchResource(ReadModel readModel, Reads reads) {
    this.readModel = readModel;
    this.reads = reads;
  }

  @GET
  public Uni<Response> search(
      @QueryParam("q") @Nullable String q,
      @QueryParam("limit") @Nullable String limit,
      @BeanParam Fresh fresh) {
    Parameters parameters = new Parameters();
    String text = parameters.value("q", q, Parameters::words);
    if (q == null) {
      parameters.add(Violation.parameter("q", "is required"));
    }
    int most = parameters.limit(limit);
    Freshness freshness = parameters.freshness(fresh);
    At at = parameters.at(fresh);
    parameters.end();
    String sought = String.valueOf(text).toLowerCase(Locale.ROOT);
    return at == null
        ? found(sought, most, freshness, null)
        : reads
            .moment(at)
            .onFailure(NoSuchMomentException.class)
            .transform(e -> new InvalidContentException(List.of(Reads.noMoment(e))))
            .chain(
                moment ->
                    found(
                        sought,
                        most,
                        new Freshness(moment.position(), freshness.waitMillis()),
                        moment));
  }

  private Uni<Response> found(
      String sought, int limit, Freshness freshness, @Nullable Moment moment) {
    List<Object> values = new ArrayList<>(List.of(sought));
    Function<ReadView, String> place = ReadView::toString;
    if (moment != null) {
      values.add(moment.position());
      place = view -> view.at("$2::bigint");
    }
    return readModel
        .rows(SearchStatement.sql(place, limit), values, freshness)
        .map(
            found -> {
              long position = moment == null ? found.position() : moment.position();
              List<ObjectNode> items = found.rows().stream().map(SearchResource::item).toList();
              return Answers.read(new Listing<>(items, null, position), position);
            });
  }

  private static ObjectNode item(Row row) {
    ObjectNode item =
        Json.MAPPER
            .createObjectNode()
            .put("kind", row.getString("kind"))
            .put("id", row.getString("id"))
            .put("name", row.getString("name"));
    text(item, "serviceId", row.getString("service_id"));
    text(item, "serviceName", row.getString("service_name"));
    text(item, "detail", row.getString("detail"));
    return item;
  }

  private static void text(ObjectNode item, String name, @Nullable String text) {
    if (text != null) {
      item.put(name, text);
    }
  }
}
