package io.weir.transparency.export;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.verify.Finding;
import io.weir.transparency.verify.History;
import io.weir.transparency.verify.UnsoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An export, read line by line. */
public final class ExportFile implements History {
  private final LineReader lines;
  private ExportLines.@Nullable Range range;
  private @Nullable String last;
  private long events;

  /** Begins to read; closes {@code in} with itself. */
  public ExportFile(InputStream in) {
    lines = new LineReader(in);
  }

  @Override
  public @Nullable Recorded next(@Nullable Chain end) throws IOException, UnsoundException {
    Chain before = begin().before();
    long position = (end == null ? before : end).position() + 1;
    String line = line(position);
    if (line == null) {
      throw new UnsoundException(
          position,
          "the export ends after event %d without its last line: it was cut off"
              .formatted(position - 1));
    }
    if (ExportLines.isTrailer(line)) {
      last = line;
      return null;
    }
    try {
      Recorded event = ExportLines.readEvent(before.ledgerId(), line);
      events++;
      return event;
    } catch (IllegalArgumentException e) {
      throw at(position, "is no event: " + e.getMessage());
    }
  }

  @Override
  public @Nullable Chain start() throws IOException, UnsoundException {
    Chain before = begin().before();
    return before.position() == 0 ? null : before;
  }

  private ExportLines.Range begin() throws IOException, UnsoundException {
    ExportLines.Range known = range;
    if (known != null) {
      return known;
    }
    String line = line(1);
    if (line == null) {
      throw new UnsoundException(0, "the export is empty");
    }
    try {
      known = ExportLines.readHeader(line);
      range = known;
      return known;
    } catch (IllegalArgumentException e) {
      throw at(0, "is not how an export begins: " + e.getMessage());
    }
  }

  private @Nullable String line(long position) throws IOException, UnsoundException {
    try {
      return lines.next();
    } catch (IllegalArgumentException e) {
      throw at(position, String.valueOf(e.getMessage()));
    }
  }

  private UnsoundException at(long position, String what) {
    return new UnsoundException(
        new Finding(position, "line %d %s".formatted(lines.number(), what)));
  }

  @Override
  public void end(@Nullable Chain end) throws IOException, UnsoundException {
    ExportLines.Range known = begin();
    Chain reached = end == null ? known.before() : end;
    long position = reached.position() + 1;
    if (reached.position() != known.last()) {
      throw at(
          position,
          "ends the export after event %d, the first line says after event %d"
              .formatted(reached.position(), known.last()));
    }
    try {
      ExportLines.checkTrailer(
          Objects.requireNonNull(last, "there is no last line"), events, reached);
    } catch (IllegalArgumentException e) {
      throw at(position, "is not how the export ends: " + e.getMessage());
    }
    if (line(position) != null) {
      throw at(position, "stands behind the last line");
    }
  }

  /** It ends where whoever asked for it wanted. */
  @Override
  public boolean endsWithACommand() {
    return false;
  }

  @Override
  public long expected() {
    return range == null ? -1 : range.last() - range.before().position();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
