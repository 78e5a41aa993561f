package io.weir.ledger.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.weir.ledger.Ledger;
import io.weir.ledger.proof.CheckpointSigner;
import io.weir.testing.QuarkusBackends;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The signer inside a Quarkus application that is about to stop. */
@QuarkusTest
@QuarkusTestResource(QuarkusBackends.class)
@TestProfile(SignerBeanTest.WithSigner.class)
@Tag("slow")
class SignerBeanTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A service that signs. */
  public static class WithSigner implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path directory = Files.createTempDirectory(Path.of("target"), "signer");
        return Map.of(
            "weir.ledger.signer.directory",
            directory.toString(),
            "weir.ledger.signer.look",
            "10ms");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What is logged from a warning on. */
  private static final class Warnings extends Handler {
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
        texts.add(line.getLoggerName() + ": " + line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Inject SignerBean bean;
  @Inject Ledger ledger;
  @Inject Event<ShutdownEvent> stopping;

  @Test
  void itHasStoppedBeforeAnythingThatItNeedsAndWarnsOfNothing() {
    CheckpointSigner signer = bean.signer().orElseThrow();
    await().atMost(PATIENCE).until(() -> signer.status().leading());
    var warnings = new Warnings();
    Logger root = Logger.getLogger("");
    root.addHandler(warnings);
    try {
      stopping.fire(new ShutdownEvent());

      assertThat(signer.status().leading()).isFalse();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("checkpoint-signer");
      assertThat(ledger.image().await().atMost(PATIENCE).ledgerKeys()).hasSize(1);
      assertThat(warnings.texts).isEmpty();
    } finally {
      root.removeHandler(warnings);
    }
  }
}
