package io.weir.rest.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.InvalidValueException;
import io.weir.rest.ReadModel;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;

/** How events are listed, wherever they are: newest first. */
public final class Events {
  /** What {@link #summary} reads of a row. */
  public static final String SUMMARY =
      "position, stream, version, type, subjects, actor, authentication, reason, recorded_at";

  /** What {@link #details} reads of a row. */
  public static final String DETAILS =
      "command_id::text as command_id, correlation, hash, data::text as data,"
          + " changes::text as changes";

  /** The type itself, or all that begin with these words: {@code /} comes right after a dot. */
  public static final String OF_TYPE = "(t.type = ? or (t.type > ? || '.' and t.type < ? || '/'))";

  /** In the history of an object. */
  public static final String OF_SUBJECT = "t.concerns @> array[?::text]";

  /** By somebody. */
  public static final String OF_ACTOR = "t.actor = ?";

  /** No event is recorded before one at an earlier position, so a moment is a position. */
  private static final String FIRST_SINCE =
      "(select e.position from "
          + ReadView.EVENT
          + " e where e.recorded_at >= ?::timestamptz order by e.recorded_at, e.position limit 1)";

  private Events() {}

  /** A list of events that can be narrowed to one subject. */
  public static ListOf all() {
    return list().filter("subject", OF_SUBJECT);
  }

  static ListOf list() {
    return ListOf.rows(ReadView.EVENT, "-position", KeyType.NUMBER, "position")
        .order("position")
        .filter("type", OF_TYPE)
        .filter("actor", OF_ACTOR)
        .filter("after_position", "position > ?", Events::from0)
        .filter("before", "position < ?", Events::from1)
        .range("after_position", "before")
        .times(
            "position >= " + FIRST_SINCE,
            "position < coalesce(" + FIRST_SINCE + ", " + Long.MAX_VALUE + ")")
        .searching("search")
        .with(SUMMARY, Events::summary)
        .whole(DETAILS, Events::details);
  }

  private static Object from0(String text) {
    return position(text, 0);
  }

  private static Object from1(String text) {
    return position(text, 1);
  }

  /**
   * A position, or the place before the first.
   *
   * @throws InvalidValueException if the text is no whole number from {@code least}
   */
  public static Long position(String text, long least) {
    try {
      long position = Long.parseLong(text);
      if (position >= least) {
        return position;
      }
    } catch (NumberFormatException e) {
      // the same violation
    }
    throw new InvalidValueException("must be a whole number from " + least);
  }

  /** Who did what to which object, when and why. */
  public static void summary(ObjectNode item, Row row) {
    item.put("position", row.getLong("position"))
        .put("stream", row.getString("stream"))
        .put("version", row.getLong("version"))
        .put("type", row.getString("type"));
    var subjects = item.putArray("subjects");
    for (String subject : row.getArrayOfStrings("subjects")) {
      subjects.add(subject);
    }
    item.put("actor", row.getString("actor"));
    if (row.getString("authentication") != null) {
      item.put("authentication", row.getString("authentication"));
    }
    if (row.getString("reason") != null) {
      item.put("reason", row.getString("reason"));
    }
    item.put("recordedAt", ReadModel.time(row, "recorded_at"));
  }

  /** What it was, and what it changed. */
  public static void details(ObjectNode item, Row row) {
    item.put("commandId", row.getString("command_id"))
        .put("correlation", row.getString("correlation"))
        .put("hash", row.getString("hash"));
    item.set("data", ReadModel.tree(row, "data"));
    item.set("changes", ReadModel.tree(row, "changes"));
  }
}
