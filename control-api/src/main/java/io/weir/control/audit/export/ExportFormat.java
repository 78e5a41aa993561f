package io.weir.control.audit.export;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.io.Writer;

/** How an export is written, event by event. */
interface ExportFormat {
  /** The media type. */
  String mediaType();

  /**
   * What comes before the first event.
   *
   * @param before the end of the chain that the first event continues
   * @param last the position of the last event; that of {@code before} if there is none
   */
  void begin(Writer out, Chain before, long last) throws IOException;

  /** One event. */
  void event(Writer out, Recorded recorded) throws IOException;

  /** What comes after the last event, which {@code end} is of. */
  void end(Writer out, Chain end, long count) throws IOException;
}
