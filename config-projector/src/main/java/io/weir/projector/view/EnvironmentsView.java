package io.weir.projector.view;

import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.topic.Entry;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import java.util.List;

/** Which release each environment of a service answers with, and since when. */
final class EnvironmentsView implements View {
  private static final ReadTable TABLE =
      ReadTable.of(
          "environment",
          List.of(
              key("service_id", TEXT),
              key("environment", TEXT),
              value("release_id", TEXT),
              value("position", BIGINT),
              value("switched_at", TIMESTAMP)));

  @Override
  public ReadTable table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (Entry entry : change.commit().entries()) {
      Envelope envelope = entry.recorded().envelope();
      switch (entry.event()) {
        case ServiceReleased released ->
            put(released.serviceId(), released.environment(), released.releaseId(), envelope, rows);
        case EnvironmentSwitched(var service, var environment, var release) ->
            put(service, environment, release, envelope, rows);
        case EnvironmentUnreleased(var service, var environment) ->
            rows.delete(TABLE, service.value(), environment.value());
        case ServiceDeleted(var service) -> {
          for (Environment environment : Environment.values()) {
            rows.delete(TABLE, service.value(), environment.value());
          }
        }
        default -> {
          // no other event speaks of environments
        }
      }
    }
  }

  private static void put(
      ServiceId service, Environment environment, ReleaseId release, Envelope by, Rows rows) {
    rows.put(
        TABLE,
        service.value(),
        environment.value(),
        release.value(),
        by.position(),
        Change.time(by.recordedAt()));
  }
}
