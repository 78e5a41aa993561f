package io.weir.rest.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.ledger.NoSuchMomentException;
import io.weir.rest.Answers;
import io.weir.rest.At;
import io.weir.rest.Found;
import io.weir.rest.Fresh;
import io.weir.rest.Listing;
import io.weir.rest.Parameters;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Pages of lists, from the read model. */
@ApplicationScoped
public class Lists {
  private final ReadModel readModel;
  private final Instance<Reads> reads;

  /** Lists; those of now need no ledger. */
  Lists(ReadModel readModel, Instance<Reads> reads) {
    this.readModel = readModel;
    this.reads = reads;
  }

  /**
   * The page that a request asks for, with a {@code Link} (RFC 8288) to the next if there is one.
   *
   * @return fails as {@link ReadModel#rows} does, and with 404 if the list's parent is not there
   */
  Uni<Response> page(ListOf list, UriInfo request, Fresh fresh) {
    Within parent = list.parent();
    var values = parent == null ? null : parent.in(request, fresh);
    return looked(list, fresh)
        .chain(
            looked -> {
              ListRequest asked = new ListRequest(list, request, fresh, looked);
              return parent == null || values == null
                  ? page(asked, request)
                  : values
                      .apply(looked.moment())
                      .chain(of -> page(asked.in(parent.conditions(), of), request));
            });
  }

  /** Looks up the moment first: what else is wrong is told together with what is wrong with it. */
  private Uni<Looked> looked(ListOf list, Fresh fresh) {
    At at = list.remembers() ? new Parameters().at(fresh) : null;
    return at == null
        ? Uni.createFrom().item(Looked.NOW)
        : reads
            .get()
            .moment(at)
            .map(moment -> new Looked(moment, null))
            .onFailure(NoSuchMomentException.class)
            .recoverWithItem(e -> new Looked(null, Reads.noMoment(e)));
  }

  private Uni<Response> page(ListRequest asked, UriInfo request) {
    return readModel
        .rows(asked.sql(), asked.values(), asked.freshness())
        .map(rows -> answer(asked, rows, request));
  }

  private static Response answer(ListRequest asked, Found found, UriInfo request) {
    asked.check(found);
    List<Row> rows = found.rows();
    boolean more = rows.size() > asked.limit();
    List<Row> page = more ? rows.subList(0, asked.limit()) : rows;
    List<ObjectNode> items = page.stream().map(asked::item).toList();
    long position = asked.position(found.position());
    Response answer = Answers.read(new Listing<>(items, found.total(), position), position);
    return more
        ? Response.fromResponse(answer)
            .header(HttpHeaders.LINK, next(request, asked, asked.after(page.getLast(), found)))
            .build()
        : answer;
  }

  private static String next(UriInfo request, ListRequest asked, String after) {
    // a time may come to stand for more until then
    return NextPage.link(request, after, Map.of("at", Long.toString(asked.position(0))));
  }
}
