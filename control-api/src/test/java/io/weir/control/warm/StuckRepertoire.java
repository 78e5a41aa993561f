package io.weir.control.warm;

import io.weir.contracts.image.GatewayImage;
import io.weir.rest.warm.Rehearsed;
import io.weir.rest.warm.Repertoire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Hangs until somebody lets it go on, and fails then; each start of the service has its own. */
@Alternative
@ApplicationScoped
class StuckRepertoire implements Repertoire {
  static final CountDownLatch HELD = new CountDownLatch(1);

  @Override
  public List<Rehearsed> requests(GatewayImage image) {
    try {
      HELD.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("nothing was rehearsed");
  }
}
