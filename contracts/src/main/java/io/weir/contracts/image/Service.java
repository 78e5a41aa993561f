package io.weir.contracts.image;

import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A service as it is.
 *
 * @param apis the drafts
 * @param releases oldest first, at most as many as the last of them said, among them all that an
 *     environment points to
 * @param environments what each released environment points to
 */
public record Service(
    ServiceId id,
    ServiceSettings settings,
    TreePMap<ApiId, Api> apis,
    PVector<Release> releases,
    TreePMap<Environment, ReleaseId> environments,
    Revision revision) {
  static Service created(ServiceId id, ServiceSettings settings, Revision by) {
    return new Service(id, settings, TreePMap.empty(), TreePVector.empty(), TreePMap.empty(), by);
  }

  /** The release with this id, if it is still kept. */
  public Optional<Release> release(ReleaseId release) {
    // the last ones are asked for most
    for (int i = releases.size() - 1; i >= 0; i--) {
      Release kept = releases.get(i);
      if (kept.id().equals(release)) {
        return Optional.of(kept);
      }
    }
    return Optional.empty();
  }

  /** The release an environment answers with, if it is released. */
  public Optional<Release> released(Environment environment) {
    ReleaseId release = environments.get(environment);
    return release == null ? Optional.empty() : release(release);
  }

  Service with(ServiceSettings changed, Revision by) {
    return new Service(id, changed, apis, releases, environments, by);
  }

  Service with(TreePMap<ApiId, Api> changed) {
    return new Service(id, settings, changed, releases, environments, revision);
  }

  Service with(TreePMap<Environment, ReleaseId> changed, Revision by) {
    return new Service(id, settings, apis, releases, changed, by);
  }

  /**
   * Adds a release, to which the oldest that no environment points to give way; what it has in
   * common with the drafts or the last release is kept once.
   *
   * @throws FoldException if it cannot be made of the one that it names as its base
   */
  Service with(ServiceReleased made, Revision by) {
    Release added =
        new Release(made.releaseId(), made.environment(), made.description(), apisOf(made), by);
    if (added.apis().size() != made.apiCount()) {
      throw new FoldException(
          "%s has %d APIs and says that it has %d"
              .formatted(added.id(), added.apis().size(), made.apiCount()));
    }
    var pointed = environments.plus(added.environment(), added.id());
    PVector<Release> kept = releases.plus(added);
    for (int i = 0; kept.size() > made.releasesKept().value() && i < kept.size(); ) {
      if (pointed.containsValue(kept.get(i).id())) {
        i++;
      } else {
        kept = kept.minus(i);
      }
    }
    return new Service(id, settings, apis, kept, pointed, by);
  }

  /**
   * Nearly everything in a release has been said before, and an image keeps many of them: equal
   * APIs, and equal parts of them, become the same objects, which also tells at a glance what did
   * not change.
   */
  private List<ReleasedApi> apisOf(ServiceReleased made) {
    List<ReleasedApi> shared = made.apis().stream().map(this::likeDraft).toList();
    ReleaseId base = made.baseReleaseId();
    if (base != null) {
      return release(base)
          .orElseThrow(() -> new FoldException(id + " has no " + base))
          .but(shared, made.removedApis());
    }
    if (releases.isEmpty()) {
      return shared;
    }
    Release last = releases.getLast();
    return shared.stream().map(api -> last.api(api.id()).filter(api::equals).orElse(api)).toList();
  }

  private ReleasedApi likeDraft(ReleasedApi api) {
    Api draft = apis.get(api.id());
    return draft == null
        ? api
        : new ReleasedApi(draft.id(), api.definition().like(draft.definition()));
  }
}
