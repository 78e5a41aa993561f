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
import io.weir.contracts.image.Reaches;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts of APIs, and whether their instance reaches their upstream. */
final class ApisView implements View {
  private static final ReadTable TABLE =
      ReadTable.of(
          "api",
          List.of(
              key("id", TEXT),
              value("service_id", TEXT),
              value("name", TEXT),
              value("method", TEXT),
              value("path", TEXT),
              value("upstream_id", TEXT),
              value("document", JSON),
              value("search", TEXT),
              optional("reachability", JSON),
              value("version", BIGINT),
              value("position", BIGINT),
              kept("created_at", TIMESTAMP),
              value("changed_at", TIMESTAMP)),
          "(service_id, created_at, id)",
          "(service_id, changed_at, id)",
          "(service_id, name, id)",
          "(service_id, path)",
          "(path)",
          "(upstream_id)",
          "(created_at, id)",
          "(changed_at, id)",
          "(name, id)",
          "((reachability ->> 'status'), created_at, id)");

  private record Draft(ApiId id, ServiceId serviceId, @JsonUnwrapped ApiDefinition definition) {}

  private record ShownReachability(
      Reachability.Status status, @Nullable CcnId cloudConnectNetworkId, @Nullable Long position) {}

  @Override
  public ReadTable table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    Reaches before = new Reaches(change.before());
    Reaches after = new Reaches(change.after());
    Drafts drafts = Drafts.of(change);
    for (ServiceId id : concerned(change, drafts)) {
      Service was = change.before().services().get(id);
      Service is = change.after().services().get(id);
      Set<ApiId> apis = new LinkedHashSet<>(was == null ? Set.of() : was.apis().keySet());
      apis.addAll(is == null ? Set.of() : is.apis().keySet());
      apis.forEach(api -> write(api, id, before, after, change, rows));
    }
    drafts.apis().forEach((api, id) -> write(api, id, before, after, change, rows));
  }

  /** Services any of whose drafts may differ: all once connections between VPCs may. */
  private static Set<ServiceId> concerned(Change change, Drafts drafts) {
    if (!change.mayMoveReachability()) {
      return drafts.services();
    }
    Set<ServiceId> all = new LinkedHashSet<>(drafts.services());
    all.addAll(change.after().services().keySet());
    return all;
  }

  private static void write(
      ApiId id, ServiceId serviceId, Reaches before, Reaches after, Change change, Rows rows) {
    Service earlier = change.before().services().get(serviceId);
    Service service = change.after().services().get(serviceId);
    Api was = earlier == null ? null : earlier.apis().get(id);
    Api api = service == null ? null : service.apis().get(id);
    if (service == null || api == null) {
      if (was != null) {
        rows.delete(TABLE, id.value());
      }
      return;
    }
    Reachability reach = after.of(service, api);
    if (earlier == null
        || was == null
        || !was.equals(api)
        || !Objects.equals(before.of(earlier, was), reach)) {
      put(api, reach, change, rows);
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
        Document.of(new Draft(api.id(), api.serviceId(), definition)),
        Search.text(
            api.id(),
            List.of(
                definition.name().value(),
                definition.description().value(),
                definition.frontEnd().path().value())),
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
