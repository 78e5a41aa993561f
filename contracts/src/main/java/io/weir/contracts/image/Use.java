package io.weir.contracts.image;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One place where an API uses an upstream. Those of an API stand together, the draft first.
 *
 * @param environment whose release does, or null for the draft
 * @param name of the API there
 */
record Use(ServiceId serviceId, ApiId apiId, @Nullable Environment environment, Name name)
    implements Comparable<Use> {
  private static final Comparator<Use> ORDER =
      Comparator.comparing(Use::serviceId)
          .thenComparing(Use::apiId)
          .thenComparing(use -> use.environment == null ? -1 : use.environment.ordinal())
          .thenComparing(use -> use.name.value());

  static Use of(Api draft) {
    return new Use(draft.serviceId(), draft.id(), null, draft.definition().name());
  }

  @Override
  public int compareTo(Use other) {
    return ORDER.compare(this, other);
  }
}
