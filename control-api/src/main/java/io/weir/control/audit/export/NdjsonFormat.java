package io.weir.control.audit.export;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.export.ExportLines;
import java.io.IOException;
import java.io.Writer;

/**
 * JSON, one object a line: the first says what the file is, the last that it is whole. {@code
 * docs/audit.md} describes it for those who verify; {@link ExportLines} is what verifies it.
 */
final class NdjsonFormat implements ExportFormat {
  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public void begin(Writer out, Chain before, long last) throws IOException {
    line(out, ExportLines.header(before, last));
  }

  @Override
  public void event(Writer out, Recorded recorded) throws IOException {
    line(out, ExportLines.event(recorded));
  }

  @Override
  public void end(Writer out, Chain end, long count) throws IOException {
    line(out, ExportLines.trailer(count, end));
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
