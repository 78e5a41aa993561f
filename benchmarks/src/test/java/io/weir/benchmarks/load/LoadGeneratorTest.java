package io.weir.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoadGeneratorTest {
  private static final int STALL_MILLIS = 1_000;

  @TempDir Path directory;

  private final AtomicInteger requests = new AtomicInteger();
  private final PrintStream console = System.out;
  private HttpServer server;
  private int stallAt = Integer.MAX_VALUE;

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    // one thread: while it sleeps, everybody waits
    server.createContext(
        "/",
        exchange -> {
          if (requests.incrementAndGet() == stallAt) {
            sleep();
          }
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/no") ? 500 : 200, 5);
          exchange.getResponseBody().write("hello".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.start();
  }

  private static void sleep() {
    try {
      Thread.sleep(STALL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    System.setOut(console);
    server.stop(0);
  }

  private Measured load(String path, String... more) throws Exception {
    Path paths = Files.writeString(directory.resolve("paths"), path + "\n");
    String[] arguments = new String[more.length + 4];
    arguments[0] = "--url";
    arguments[1] = "http://127.0.0.1:" + server.getAddress().getPort();
    arguments[2] = "--paths";
    arguments[3] = paths.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    int code = new CommandLine(new LoadGenerator()).execute(arguments);
    System.setOut(console);
    assertThat(code).isZero();
    return new ObjectMapper().readValue(output.toString(StandardCharsets.UTF_8), Measured.class);
  }

  @Test
  void atAFixedRateAStallIsChargedForEveryRequestThatWasDueMeanwhile() throws Exception {
    stallAt = 50;
    Measured seen = load("/a", "--rate", "100", "--connections", "2", "--seconds", "3");
    assertThat(seen.requests() + seen.unfinished()).isEqualTo(300);
    assertThat(seen.errors()).isZero();
    // a third of all requests was due in that second: half of those had to wait for half of it
    assertThat(seen.p90()).isGreaterThan(STALL_MILLIS * 1_000 / 2.0);
    assertThat(seen.max()).isGreaterThanOrEqualTo(STALL_MILLIS * 900.0);
  }

  @Test
  void aClosedLoopCountsWhatIsAnswered() throws Exception {
    Measured seen = load("/a", "--connections", "3", "--seconds", "0.5", "--body-bytes", "2000");
    assertThat(seen.requests()).isPositive();
    assertThat(seen.total()).isBetween(seen.requests(), (long) requests.get());
    assertThat(seen.errors()).isZero();
  }

  @Test
  void answersButSuccessAreErrors() throws Exception {
    Measured seen = load("/no", "--rate", "50", "--connections", "2", "--seconds", "0.5");
    assertThat(seen.errors()).isEqualTo(25);
  }
}
