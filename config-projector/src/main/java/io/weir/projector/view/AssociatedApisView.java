package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BOOLEAN;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TEXT_ARRAY;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which APIs use which upstream, as a draft or in what an environment answers with, and since when.
 */
final class AssociatedApisView implements View {
  private static final Table TABLE =
      Table.of(
          "associated_api",
          List.of(
              key("upstream_id", TEXT),
              key("api_id", TEXT),
              value("service_id", TEXT),
              value("api_name", TEXT),
              value("service_name", TEXT),
              kept("bound_at", TIMESTAMP),
              value("drafted", BOOLEAN),
              value("environments", TEXT_ARRAY)),
          "(upstream_id, bound_at, api_id)",
          "(api_id)",
          "(service_id)");

  private record Pair(UpstreamId upstreamId, ApiId apiId) {}

  /**
   * How an API uses an upstream; its name is the draft's if that uses it, else as released last.
   */
  private record Use(
      Name apiName, Name serviceName, boolean drafted, Set<Environment> environments) {
    Use and(Use later) {
      Set<Environment> all = EnumSet.noneOf(Environment.class);
      all.addAll(environments);
      all.addAll(later.environments);
      return new Use(later.apiName, serviceName, drafted || later.drafted, all);
    }

    /** A driver's array has no order of its own: declaration order, always the same. */
    String[] environmentNames() {
      return environments.stream().sorted().map(Environment::value).toArray(String[]::new);
    }
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (ServiceId id : change.delta().touchedServices()) {
      Map<Pair, Use> before = uses(change.before().services().get(id));
      Map<Pair, Use> after = uses(change.after().services().get(id));
      for (Pair pair : before.keySet()) {
        if (!after.containsKey(pair)) {
          rows.delete(TABLE, pair.upstreamId.value(), pair.apiId.value());
        }
      }
      after.forEach(
          (pair, use) -> {
            if (!use.equals(before.get(pair))) {
              rows.put(
                  TABLE,
                  pair.upstreamId.value(),
                  pair.apiId.value(),
                  id.value(),
                  use.apiName.value(),
                  use.serviceName.value(),
                  change.at(),
                  use.drafted,
                  use.environmentNames());
            }
          });
    }
  }

  private static Map<Pair, Use> uses(@Nullable Service service) {
    Map<Pair, Use> uses = new LinkedHashMap<>();
    if (service == null) {
      return uses;
    }
    Name serviceName = service.settings().name();
    for (Environment environment : service.environments().keySet()) {
      for (ReleasedApi api : service.released(environment).map(Release::apis).orElse(List.of())) {
        uses.merge(
            new Pair(api.definition().backEnd().upstreamId(), api.id()),
            new Use(api.definition().name(), serviceName, false, EnumSet.of(environment)),
            Use::and);
      }
    }
    for (Api api : service.apis().values()) {
      uses.merge(
          new Pair(api.definition().backEnd().upstreamId(), api.id()),
          new Use(api.definition().name(), serviceName, true, EnumSet.noneOf(Environment.class)),
          Use::and);
    }
    return uses;
  }
}
