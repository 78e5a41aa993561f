package io.weir.contracts.image;

import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service as it was when it was released.
 *
 * @param environment the one it was first released into
 * @param apis each once, in the order of their ids, in whatever order they are given
 */
public record Release(
    ReleaseId id,
    Environment environment,
    Description description,
    List<ReleasedApi> apis,
    Revision revision) {
  private static final Comparator<ReleasedApi> BY_ID = Comparator.comparing(ReleasedApi::id);

  /**
   * A release.
   *
   * @throws FoldException if it has an API twice
   */
  public Release {
    apis = inOrder(apis) ? List.copyOf(apis) : sorted(id, apis);
  }

  private static boolean inOrder(List<ReleasedApi> apis) {
    ApiId before = null;
    for (ReleasedApi api : apis) {
      if (before != null && before.compareTo(api.id()) >= 0) {
        return false;
      }
      before = api.id();
    }
    return true;
  }

  private static List<ReleasedApi> sorted(ReleaseId id, List<ReleasedApi> apis) {
    List<ReleasedApi> sorted = apis.stream().sorted(BY_ID).toList();
    if (!inOrder(sorted)) {
      throw new FoldException(id + " has an API twice");
    }
    return sorted;
  }

  /** An API as this release has it, if it does. */
  public Optional<ReleasedApi> api(ApiId api) {
    int index = index(api);
    return index < 0 ? Optional.empty() : Optional.of(apis.get(index));
  }

  /** Where an API is, or {@code -(where it would be) - 1}. */
  private int index(ApiId api) {
    int low = 0;
    int high = apis.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = apis.get(middle).id().compareTo(api);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /**
   * The same event, saying only what is otherwise than in a release that the service has.
   *
   * @param base that release; null leaves the event as it is
   * @param whole says all APIs, in the order of their ids
   */
  public static ServiceReleased since(@Nullable Release base, ServiceReleased whole) {
    if (base == null) {
      return whole;
    }
    List<ReleasedApi> apis = new ArrayList<>();
    List<ApiId> removed = new ArrayList<>();
    for (ReleasedChange change : ReleasedChange.between(base.apis, whole.apis())) {
      ReleasedApi is = change.is();
      if (is == null) {
        removed.add(change.id());
      } else {
        apis.add(is);
      }
    }
    return new ServiceReleased(
        whole.serviceId(),
        whole.releaseId(),
        whole.environment(),
        whole.description(),
        base.id,
        apis,
        removed,
        whole.apiCount(),
        whole.releasesKept());
  }

  /**
   * Its APIs but for some.
   *
   * @param others which stand in the place of those with the same id, or beside them
   * @param removed which it has
   * @throws FoldException if it lacks one of those
   */
  List<ReleasedApi> but(List<ReleasedApi> others, List<ApiId> removed) {
    List<ApiId> missing = removed.stream().filter(api -> index(api) < 0).toList();
    if (!missing.isEmpty()) {
      throw new FoldException(id + " has no " + missing + " that could go");
    }
    SortedMap<ApiId, Optional<ReleasedApi>> changes = new TreeMap<>();
    removed.forEach(api -> changes.put(api, Optional.empty()));
    others.forEach(api -> changes.put(api.id(), Optional.of(api)));
    List<ReleasedApi> made = new ArrayList<>(apis.size() + others.size());
    int next = 0;
    for (var change : changes.entrySet()) {
      int index = index(change.getKey());
      int until = index < 0 ? -index - 1 : index;
      made.addAll(apis.subList(next, until));
      change.getValue().ifPresent(made::add);
      next = index < 0 ? until : index + 1;
    }
    made.addAll(apis.subList(next, apis.size()));
    return made;
  }
}
