package io.weir.control.audit.export;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.weir.contracts.content.Violation;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.InvalidValueException;
import io.weir.ledger.Ledger;
import io.weir.ledger.StoredEvents;
import io.weir.rest.Answers;
import io.weir.rest.Parameters;
import io.weir.rest.Turns;
import io.weir.rest.history.Events;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code /v1/events/export}: events with all that it takes to verify them. */
@Path("/v1/events/export")
public class ExportResource {
  /** Each holds a thread as long as its reader takes. */
  private static final int AT_ONCE = 4;

  private static final int RETRY_SECONDS = 10;

  private final StoredEvents events;
  private final Turns running = new Turns(AT_ONCE, "exports are being written", RETRY_SECONDS);

  private final CurrentVertxRequest request;

  ExportResource(Ledger ledger, CurrentVertxRequest request) {
    this.events = ledger.events();
    this.request = request;
  }

  /** Writes the events of a range, all of them unless it is given. */
  @GET
  @Blocking
  public Response export(
      @QueryParam("format") @Nullable String format,
      @QueryParam("after_position") @Nullable String afterPosition,
      @QueryParam("before") @Nullable String beforePosition) {
    Parameters parameters = new Parameters();
    ExportFormat chosen = parameters.value("format", format, ExportResource::format);
    long after = position(parameters, "after_position", afterPosition, 0, 0);
    Chain head = events.head();
    long before = position(parameters, "before", beforePosition, 1, head.position() + 1);
    if (after > head.position()) {
      parameters.add(complaint("after_position", head));
    }
    if (before > head.position() + 1) {
      parameters.add(complaint("before", head));
    }
    if (before <= after) {
      parameters.add(Violation.parameter("before", "must be after after_position"));
    }
    parameters.end();
    var export = new Export(events, endAt(head, after), before - 1);
    return answer(export, chosen == null ? new NdjsonFormat() : chosen);
  }

  private static Violation complaint(String parameter, Chain head) {
    return Violation.parameter(
        parameter, "is beyond this ledger, whose last event is " + head.position());
  }

  private Response answer(Export export, ExportFormat format) {
    // whether the body is written, asked for by HEAD alone, or left by its reader, now or before
    running.take().untilEnd(request.getCurrent());
    StreamingOutput body = out -> export.write(format, writer(out));
    return Response.ok(body, format.mediaType())
        .header(Answers.POSITION, export.last())
        .header("Weir-Export-Events", export.count())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
        .build();
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private static ExportFormat format(String text) {
    return switch (text) {
      case "ndjson" -> new NdjsonFormat();
      case "csv" -> new CsvFormat();
      default -> throw new InvalidValueException("must be ndjson or csv");
    };
  }

  private static long position(
      Parameters parameters, String name, @Nullable String text, long least, long otherwise) {
    Long given = parameters.value(name, text, value -> Events.position(value, least));
    return given == null ? otherwise : given;
  }

  /** The end of the chain at a position that exists. */
  private Chain endAt(Chain head, long position) {
    Chain genesis = Chain.genesis(head.ledgerId());
    if (position == 0) {
      return genesis;
    }
    Recorded last =
        events.after(new Chain(head.ledgerId(), position - 1, genesis.hash()), 1).getFirst();
    return new Chain(head.ledgerId(), position, last.hash());
  }
}
