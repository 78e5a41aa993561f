package io.weir.dataplane.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.weir.dataplane.accesslog.JsonLines.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How lines get from an event loop to where they belong, or are counted as lost. */
class LogWritingTest {
  private static final Key N = new Key("n");

  @TempDir Path directory;
  private final EventLoop loop = new DefaultEventLoop();

  @AfterEach
  void stop() {
    loop.shutdownGracefully();
  }

  private void write(LoopLog log, int from, int to) throws InterruptedException {
    loop.submit(
            () -> {
              for (int i = from; i < to; i++) {
                log.begin(0).number(N, i);
                log.end();
              }
            })
        .sync();
  }

  private static List<String> numbers(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(line -> line.replaceAll(".*\"n\":|}", "")).toList()
        : List.of();
  }

  @Test
  void aLoneLineIsWrittenSoon() throws Exception {
    Path file = directory.resolve("log");
    try (AccessLog log = AccessLog.file(file)) {
      write(log.on(loop), 0, 1);
      await().until(() -> numbers(file).equals(List.of("0")));
      await().until(() -> log.written() == 1);
    }
  }

  @Test
  void closingWritesEverythingInOrder() throws Exception {
    Path file = directory.resolve("log");
    AccessLog log = AccessLog.file(file);
    write(log.on(loop), 0, 20_000);
    log.close();
    assertThat(numbers(file)).hasSize(20_000).first().isEqualTo("0");
    assertThat(numbers(file)).last().isEqualTo("19999");
    assertThat(log.written()).isEqualTo(20_000);
    assertThat(log.dropped()).isZero();
  }

  @Test
  void closingAfterTheLoopHasEndedWritesEverything() throws Exception {
    Path file = directory.resolve("log");
    AccessLog log = AccessLog.file(file);
    write(log.on(loop), 0, 3);
    loop.shutdownGracefully(0, 0, java.util.concurrent.TimeUnit.SECONDS).sync();
    log.close();
    assertThat(numbers(file)).containsExactly("0", "1", "2");
  }

  @Test
  void aFileIsAppendedTo() throws Exception {
    Path file = directory.resolve("log");
    for (int i = 0; i < 2; i++) {
      AccessLog log = AccessLog.file(file);
      write(log.on(loop), i, i + 1);
      log.close();
    }
    assertThat(numbers(file)).containsExactly("0", "1");
  }

  @Test
  void aFileThatWasMovedIsBegunAnew() throws Exception {
    Path file = directory.resolve("log");
    Path moved = directory.resolve("log.1");
    try (FileSink sink = new FileSink(file, 0)) {
      sink.write("one\n".getBytes(StandardCharsets.US_ASCII), 4);
      Files.move(file, moved);
      sink.write("two\n".getBytes(StandardCharsets.US_ASCII), 4);
      Files.delete(file);
      sink.write("three\n".getBytes(StandardCharsets.US_ASCII), 6);
    }
    assertThat(moved).hasContent("one\n");
    assertThat(file).hasContent("three\n");
  }

  @Test
  void linesThatCannotBeWrittenInTimeAreCountedAndNobodyWaits() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    AccessLog log =
        AccessLog.to(
            new Sink() {
              @Override
              public void write(byte[] bytes, int length) {
                try {
                  slow.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              @Override
              public void close() {}
            });
    int lines = 300_000;
    write(log.on(loop), 0, lines);
    assertThat(log.dropped()).isPositive();
    slow.countDown();
    log.close();
    assertThat(log.written() + log.dropped()).isEqualTo(lines);
  }

  @Test
  void linesThatCannotBeWrittenAtAllAreCounted() throws Exception {
    AccessLog log =
        AccessLog.to(
            new Sink() {
              @Override
              public void write(byte[] bytes, int length) throws IOException {
                throw new IOException("the disk is full");
              }

              @Override
              public void close() {}
            });
    write(log.on(loop), 0, 5);
    log.close();
    assertThat(log.dropped()).isEqualTo(5);
    assertThat(log.written()).isZero();
  }
}
