package io.weir.projector.kit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Makes a stuck intake look more often, and snapshots come sooner, than anybody would want outside
 * a test.
 */
public final class QuickRepairs implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("weir.ledger.repair-interval", "500ms", "weir.snapshot.every", "100");
  }

  @Override
  public void stop() {
    // nothing was started
  }
}
