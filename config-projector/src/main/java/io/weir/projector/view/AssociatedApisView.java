package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BOOLEAN;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TEXT_ARRAY;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.ReleasedChange;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which APIs use which upstream, as a draft or in what an environment answers with, and since when.
 */
final class AssociatedApisView implements View {
  private static final ReadTable TABLE =
      ReadTable.of(
          "associated_api",
          List.of(
              key("upstream_id", TEXT),
              key("api_id", TEXT),
              value("service_id", TEXT),
              value("api_name", TEXT),
              value("service_name", TEXT),
              kept("bound_at", TIMESTAMP),
              value("drafted", BOOLEAN),
              value("environments", TEXT_ARRAY),
              value("search", TEXT)),
          "(upstream_id, bound_at, api_id)",
          "(upstream_id, api_name, api_id)",
          "(api_id)",
          "(service_id)");

  /**
   * How an API uses an upstream; its name is the draft's if that uses it, otherwise as released
   * into the first of the environments, as the image has it.
   */
  private record Use(
      ServiceId service,
      Name serviceName,
      Name apiName,
      boolean drafted,
      Set<Environment> environments) {
    Use and(Use later) {
      Set<Environment> all = EnumSet.noneOf(Environment.class);
      all.addAll(environments);
      all.addAll(later.environments);
      Name name = later.drafted ? later.apiName : apiName;
      return new Use(service, serviceName, name, drafted || later.drafted, all);
    }

    /** A driver's array has no order of its own: declaration order, always the same. */
    String[] environmentNames() {
      return environments.stream().sorted().map(Environment::value).toArray(String[]::new);
    }
  }

  @Override
  public ReadTable table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    Drafts drafts = Drafts.of(change);
    for (ServiceId id : drafts.services()) {
      Service before = change.before().services().get(id);
      Service after = change.after().services().get(id);
      Set<ApiId> apis = new LinkedHashSet<>(all(before));
      apis.addAll(all(after));
      apis.forEach(api -> write(before, after, api, change, rows));
    }
    Map<ApiId, ServiceId> single = new LinkedHashMap<>();
    drafts
        .apis()
        .forEach(
            (api, id) -> {
              if (!usesTheSame(change.before().api(id, api), change.after().api(id, api))) {
                single.put(api, id);
              }
            });
    for (ServiceId id : change.delta().touchedServices()) {
      if (!drafts.services().contains(id)) {
        answered(change.before().services().get(id), change.after().services().get(id))
            .forEach(api -> single.put(api, id));
      }
    }
    single.forEach(
        (api, id) ->
            write(
                change.before().services().get(id),
                change.after().services().get(id),
                api,
                change,
                rows));
  }

  /** What environments answer otherwise. */
  private static Set<ApiId> answered(@Nullable Service before, @Nullable Service after) {
    Set<ApiId> apis = new LinkedHashSet<>();
    for (Environment environment : Environment.values()) {
      for (ReleasedChange api : ReleasedChange.between(before, after, environment)) {
        apis.add(api.id());
      }
    }
    return apis;
  }

  /** Most changes of a draft change nothing here, and finding that out is not free. */
  private static boolean usesTheSame(@Nullable Api was, @Nullable Api is) {
    return was != null
        && is != null
        && was.definition().name().equals(is.definition().name())
        && was.definition().backEnd().upstreamId().equals(is.definition().backEnd().upstreamId());
  }

  private static void write(
      @Nullable Service was, @Nullable Service is, ApiId api, Change change, Rows rows) {
    Map<UpstreamId, Use> before = uses(was, api);
    Map<UpstreamId, Use> after = uses(is, api);
    for (UpstreamId upstream : before.keySet()) {
      if (!after.containsKey(upstream)) {
        rows.delete(TABLE, upstream.value(), api.value());
      }
    }
    after.forEach(
        (upstream, use) -> {
          if (!use.equals(before.get(upstream))) {
            rows.put(
                TABLE,
                upstream.value(),
                api.value(),
                use.service.value(),
                use.apiName.value(),
                use.serviceName.value(),
                change.at(),
                use.drafted,
                use.environmentNames(),
                Search.text(api, List.of(use.apiName.value(), use.serviceName.value())));
          }
        });
  }

  private static Set<ApiId> all(@Nullable Service service) {
    Set<ApiId> all = new LinkedHashSet<>();
    if (service != null) {
      for (Environment environment : service.environments().keySet()) {
        service
            .released(environment)
            .ifPresent(release -> release.apis().forEach(api -> all.add(api.id())));
      }
      all.addAll(service.apis().keySet());
    }
    return all;
  }

  /** How an API of a service uses upstreams: at most one as a draft and one an environment. */
  private static Map<UpstreamId, Use> uses(@Nullable Service service, ApiId id) {
    Map<UpstreamId, Use> uses = new LinkedHashMap<>();
    if (service == null) {
      return uses;
    }
    for (Environment environment : service.environments().keySet()) {
      service
          .released(environment)
          .flatMap(release -> release.api(id))
          .ifPresent(api -> add(service, api.definition(), false, EnumSet.of(environment), uses));
    }
    Api draft = service.apis().get(id);
    if (draft != null) {
      add(service, draft.definition(), true, EnumSet.noneOf(Environment.class), uses);
    }
    return uses;
  }

  private static void add(
      Service service,
      ApiDefinition api,
      boolean drafted,
      Set<Environment> environments,
      Map<UpstreamId, Use> uses) {
    uses.merge(
        api.backEnd().upstreamId(),
        new Use(service.id(), service.settings().name(), api.name(), drafted, environments),
        Use::and);
  }
}
