package io.weir.contracts.image;

import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import java.util.List;

/**
 * A service as it was when it was released.
 *
 * @param environment the one it was first released into
 */
public record Release(
    ReleaseId id,
    Environment environment,
    Description description,
    List<ReleasedApi> apis,
    Revision revision) {
  public Release {
    apis = List.copyOf(apis);
  }
}
