package io.weir.projector.view;

import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.INT;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.topic.Entry;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The releases that services keep, and who made them. */
final class ReleasesView implements View {
  private static final ReadTable TABLE =
      ReadTable.of(
          "release",
          List.of(
              key("id", TEXT),
              value("service_id", TEXT),
              value("environment", TEXT),
              value("description", TEXT),
              value("api_count", INT),
              value("position", BIGINT),
              value("released_at", TIMESTAMP),
              value("actor", TEXT),
              value("search", TEXT)),
          "(service_id, position)");

  @Override
  public ReadTable table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (Entry entry : change.commit().entries()) {
      if (entry.event() instanceof ServiceReleased released) {
        put(released, entry.recorded().envelope(), rows);
      }
    }
    for (ServiceId id : change.delta().touchedServices()) {
      deleteDropped(change.before().services().get(id), change.after().services().get(id), rows);
    }
  }

  private static void put(ServiceReleased released, Envelope envelope, Rows rows) {
    rows.put(
        TABLE,
        released.releaseId().value(),
        released.serviceId().value(),
        released.environment().value(),
        released.description().value(),
        released.apiCount(),
        envelope.position(),
        Change.time(envelope.recordedAt()),
        envelope.actor(),
        Search.text(released.releaseId(), List.of(released.description().value())));
  }

  /** A service keeps so many releases and no more; a deleted one keeps none. */
  private static void deleteDropped(@Nullable Service before, @Nullable Service after, Rows rows) {
    if (before == null || (after != null && before.releases() == after.releases())) {
      return;
    }
    Set<ReleaseId> kept = new HashSet<>();
    if (after != null) {
      after.releases().forEach(release -> kept.add(release.id()));
    }
    for (Release release : before.releases()) {
      if (!kept.contains(release.id())) {
        rows.delete(TABLE, release.id().value());
      }
    }
  }
}
