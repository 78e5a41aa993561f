package io.weir.projector.view;

import io.weir.contracts.image.Release;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The APIs of releases by their ids. A release never changes, so its index is made once and kept as
 * long as an image keeps the release.
 */
final class ReleasedApis {
  private record Index(List<ReleasedApi> of, Map<ApiId, ReleasedApi> byId) {}

  private static final Map<ReleaseId, Index> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private ReleasedApis() {}

  static Map<ApiId, ReleasedApi> of(Release release) {
    Index known = KNOWN.get(release.id());
    if (known == null || known.of != release.apis()) {
      Map<ApiId, ReleasedApi> byId = new HashMap<>();
      release.apis().forEach(api -> byId.put(api.id(), api));
      known = new Index(release.apis(), byId);
      KNOWN.put(release.id(), known);
    }
    return known.byId;
  }
}
