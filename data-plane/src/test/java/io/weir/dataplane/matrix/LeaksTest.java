package io.weir.dataplane.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who finds no leak must be able to find one. */
@Tag("slow")
class LeaksTest {
  @Test
  void aBufferThatNobodyReleasedIsFound() {
    try (Leaks leaks = new Leaks()) {
      forgetABuffer();
      await().until(() -> !leaks.found().isEmpty());
      assertThat(leaks.found().getFirst()).contains("LEAK");
    }
  }

  private static void forgetABuffer() {
    assertThat(ByteBufAllocator.DEFAULT.directBuffer(64).writeByte(1).isReadable()).isTrue();
  }
}
