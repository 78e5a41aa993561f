package io.weir.projector.store;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is recorded of every generation there ever was. */
@ApplicationScoped
public class GenerationLog {
  private static final String SELECT =
      "select number, state, position, started_at, finished_at, failure, comparison::text as comparison"
          + " from projector.generation ";

  /**
   * One generation.
   *
   * @param finishedAt when its rebuild switched or failed, if it did
   * @param failure why it failed, if it did
   * @param comparison JSON text of a {@link Comparison}, if it switched
   */
  public record Line(
      int number,
      Generation.State state,
      long position,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String failure,
      @Nullable String comparison) {}

  private final Database database;

  GenerationLog(Database database) {
    this.database = database;
  }

  /** All, newest first. */
  public List<Line> all() {
    return lines(SELECT + "order by number desc");
  }

  /** One, by its number. */
  public Optional<Line> find(int number) {
    return lines(SELECT + "where number = $1", number).stream().findFirst();
  }

  private List<Line> lines(String sql, Object... parameters) {
    List<Line> lines = new ArrayList<>();
    for (Row row : database.query(sql, parameters)) {
      OffsetDateTime finished = row.getOffsetDateTime("finished_at");
      lines.add(
          new Line(
              row.getInteger("number"),
              Generation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
              row.getLong("position"),
              row.getOffsetDateTime("started_at").toInstant(),
              finished == null ? null : finished.toInstant(),
              row.getString("failure"),
              row.getString("comparison")));
    }
    return lines;
  }
}
