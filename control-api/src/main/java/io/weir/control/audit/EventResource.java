package io.weir.control.audit;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.value.InvalidValueException;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Parameters;
import io.weir.rest.ReadModel;
import io.weir.rest.Select;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/events}: what happened, newest first. Continue with {@code before} set to the last
 * position seen.
 */
@Path("/v1/events")
public class EventResource {
  private final ReadModel readModel;

  EventResource(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * Lists events.
   *
   * @param subject id of an object that the events speak of
   * @param type of event, or the words it begins with: {@code upstream}, {@code upstream.created}
   * @param before position that the events are older than
   */
  @GET
  public Uni<Response> list(
      @QueryParam("subject") @Nullable String subject,
      @QueryParam("type") @Nullable String type,
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("before") @Nullable String before,
      @QueryParam("limit") @Nullable String limit,
      @BeanParam Fresh fresh) {
    Parameters parameters = new Parameters();
    long older = parameters.number("before", before, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    Page page = new Page(parameters.limit(limit), 0);
    Freshness freshness = parameters.freshness(fresh);
    var select =
        Select.of(EventView.COLUMNS, "read.event")
            .where("position < ?", older)
            .where(
                "subjects @> array[?::text]",
                parameters.text("subject", subject, EventResource::words))
            .where(
                "starts_with(type || '.', ?::text || '.')",
                parameters.text("type", type, EventResource::words))
            .where("actor = ?", parameters.text("actor", actor, EventResource::words))
            .orderBy("position desc")
            .uncounted();
    parameters.end();
    return readModel.list(select, page, freshness, EventView::of);
  }

  /** PostgreSQL has no text with a NUL in it. */
  private static String words(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValueException("must not contain control characters");
    }
    return text;
  }
}
