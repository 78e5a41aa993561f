package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.optional;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.ServiceId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drafts of APIs, and whether their instance reaches their upstream. */
final class ApisView implements View {
  private static final Table TABLE =
      Table.of(
          "api",
          List.of(
              key("id", TEXT),
              value("service_id", TEXT),
              value("name", TEXT),
              value("method", TEXT),
              value("path", TEXT),
              value("upstream_id", TEXT),
              value("document", JSON),
              optional("reachability", JSON),
              value("version", BIGINT),
              value("position", BIGINT),
              kept("created_at", TIMESTAMP),
              value("changed_at", TIMESTAMP)),
          "(service_id, created_at, id)",
          "(upstream_id)");

  private record Shown(ApiId id, ServiceId serviceId, @JsonUnwrapped ApiDefinition definition) {}

  private record ShownReachability(
      Reachability.Status status, @Nullable CcnId cloudConnectNetworkId, @Nullable Long position) {}

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    Reaches before = new Reaches(change.before());
    Reaches after = new Reaches(change.after());
    for (ServiceId id : change.delta().touchedServices()) {
      deleteMissing(change.before().services().get(id), change.after().services().get(id), rows);
    }
    for (Service service : concerned(change)) {
      Service earlier = change.before().services().get(service.id());
      for (Api api : service.apis().values()) {
        Api was = earlier == null ? null : earlier.apis().get(api.id());
        Reachability reach = after.of(service, api);
        if (earlier == null
            || was == null
            || !was.equals(api)
            || !Objects.equals(before.of(earlier, was), reach)) {
          put(api, reach, change, rows);
        }
      }
    }
  }

  /**
   * The services whose APIs may have changed: all of them once connections between VPCs may have.
   */
  private static Collection<Service> concerned(Change change) {
    return Reaches.mayDiffer(change)
        ? change.after().services().values()
        : change.delta().touchedServices().stream()
            .map(change.after().services()::get)
            .filter(Objects::nonNull)
            .toList();
  }

  private static void deleteMissing(@Nullable Service before, @Nullable Service after, Rows rows) {
    if (before == null) {
      return;
    }
    for (ApiId id : before.apis().keySet()) {
      if (after == null || !after.apis().containsKey(id)) {
        rows.delete(TABLE, id.value());
      }
    }
  }

  private static void put(Api api, @Nullable Reachability reach, Change change, Rows rows) {
    var definition = api.definition();
    var revision = api.revision();
    rows.put(
        TABLE,
        api.id().value(),
        api.serviceId().value(),
        definition.name().value(),
        definition.frontEnd().method().name(),
        definition.frontEnd().path().value(),
        definition.backEnd().upstreamId().value(),
        Document.of(new Shown(api.id(), api.serviceId(), definition)),
        reach == null
            ? null
            : Document.of(
                new ShownReachability(reach.status(), reach.networkId(), reach.position())),
        revision.version(),
        revision.position(),
        change.at(),
        Change.time(revision.at()));
  }
}
