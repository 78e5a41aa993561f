package io.weir.contracts.image;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleasedApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An API that two releases do not have in common. At least one of them has it.
 *
 * @param was as the earlier release has it, or null
 * @param is as the later release has it, or null
 */
public record ReleasedChange(@Nullable ReleasedApi was, @Nullable ReleasedApi is) {
  public ReleasedChange {
    if (was == null && is == null) {
      throw new IllegalArgumentException("neither release has it");
    }
  }

  /** The API. */
  public ApiId id() {
    return is == null ? Objects.requireNonNull(was).id() : is.id();
  }

  /**
   * What is otherwise, in the order of ids. What two releases share costs the comparison of two
   * references.
   *
   * @param was the earlier release; null is one without APIs
   * @param is the later one, likewise
   */
  public static List<ReleasedChange> between(@Nullable Release was, @Nullable Release is) {
    return was == is
        ? List.of()
        : between(was == null ? List.of() : was.apis(), is == null ? List.of() : is.apis());
  }

  /** Likewise, of what an environment of a service answers with; nothing without a service. */
  public static List<ReleasedChange> between(
      @Nullable Service was, @Nullable Service is, Environment environment) {
    return between(released(was, environment), released(is, environment));
  }

  private static @Nullable Release released(@Nullable Service service, Environment environment) {
    return service == null ? null : service.released(environment).orElse(null);
  }

  /** Likewise, of APIs in the order of their ids, each once. */
  public static List<ReleasedChange> between(List<ReleasedApi> was, List<ReleasedApi> is) {
    List<ReleasedChange> changes = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < was.size() || j < is.size()) {
      ReleasedApi old = i < was.size() ? was.get(i) : null;
      ReleasedApi now = j < is.size() ? is.get(j) : null;
      int order =
          old == now ? 0 : old == null ? 1 : now == null ? -1 : old.id().compareTo(now.id());
      if (order < 0) {
        changes.add(new ReleasedChange(old, null));
      } else if (order > 0) {
        changes.add(new ReleasedChange(null, now));
      } else if (!Objects.equals(old, now)) {
        changes.add(new ReleasedChange(old, now));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return changes;
  }
}
