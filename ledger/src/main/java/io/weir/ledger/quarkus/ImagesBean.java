package io.weir.ledger.quarkus;

import io.quarkus.runtime.StartupEvent;
import io.weir.ledger.Ledger;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayStatus;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps images of the ledger, on a thread of its own, in the process whose relay copies: of those
 * on one database it is one at a time.
 */
@ApplicationScoped
class ImagesBean {
  private static final Logger LOG = Logger.getLogger(ImagesBean.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final LedgerRelay relay;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  ImagesBean(Ledger ledger, LedgerRelay relay) {
    this.ledger = ledger;
    this.relay = relay;
    thread = Thread.ofPlatform().daemon().name("ledger-images").unstarted(this::run);
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  private void run() {
    try {
      while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (relay.status().state() == RelayStatus.State.PUBLISHING) {
          keep();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    try {
      int made = ledger.keepImages(() -> stopped.getCount() == 0);
      if (made > 0) {
        LOG.infof("%d images of the ledger were made", made);
      }
    } catch (RuntimeException e) {
      // an image only saves time; the next look tries again
      LOG.warnf("no image of the ledger was made: %s", e.getMessage());
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopped.countDown();
    thread.join(PAUSE);
  }
}
