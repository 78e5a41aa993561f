package io.weir.dataplane.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.support.script.ScriptedNode;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every client in front of every node that ends, or does not end, in every way: the client gets the
 * node's message whole and unmixed, or a failure that it can see, in bounded time, and nothing is
 * left behind. What the client uploads, and whether there is a second node, is drawn by the seed in
 * {@code weir.matrix.seed}; {@code weir.matrix.whole=true} plays the whole product, and {@code
 * weir.matrix.only} only cells whose name matches.
 */
@Tag("slow")
class EndsOfMessagesTest {
  private static final long SEED = Long.getLong("weir.matrix.seed", 1);
  private static final boolean WHOLE = Boolean.getBoolean("weir.matrix.whole");
  private static final String ONLY = System.getProperty("weir.matrix.only", ".*");
  private static final int LANES_OF_A_KIND = 2;

  /** Files that this process may open for itself meanwhile. */
  private static final int FEW = 16;

  @TempDir static Path certificates;

  private static final Leaks LEAKS = new Leaks();

  /** What a lane is for. */
  private record Lot(ScriptedNode.Kind node, boolean two) {}

  @TestFactory
  Stream<DynamicTest> ends() throws Exception {
    System.out.println("weir.matrix.seed=" + SEED);
    TestCertificate certificate = TestCertificate.selfSigned("dns:localhost,ip:127.0.0.1");
    certificate.writeTo(certificates, "default");
    int filesBefore = files();
    Map<Lot, Queue<Cell>> lots = new ConcurrentHashMap<>();
    Map<Cell, CompletableFuture<List<String>>> results = new ConcurrentHashMap<>();
    List<Cell> cells = cells();
    for (Cell cell : cells) {
      lots.computeIfAbsent(new Lot(cell.node(), cell.two()), _ -> new ConcurrentLinkedQueue<>())
          .add(cell);
      results.put(cell, new CompletableFuture<>());
    }
    List<Thread> lanes = new ArrayList<>();
    lots.forEach(
        (lot, queue) -> {
          for (int i = 0; i < LANES_OF_A_KIND; i++) {
            lanes.add(Thread.ofVirtual().start(() -> play(lot, certificate, queue, results)));
          }
        });
    Stream<DynamicTest> each =
        cells.stream()
            .map(
                cell ->
                    DynamicTest.dynamicTest(
                        cell.toString(), () -> assertThat(results.get(cell).get()).isEmpty()));
    DynamicTest after =
        DynamicTest.dynamicTest(
            "nothing is left behind",
            () -> {
              for (Thread lane : lanes) {
                lane.join();
              }
              assertThat(LEAKS.found()).isEmpty();
              await()
                  .untilAsserted(
                      () ->
                          assertThat(files())
                              .describedAs("files: %s", kindsOfFiles())
                              .isLessThanOrEqualTo(filesBefore + FEW));
            });
    return Stream.concat(each, Stream.of(after));
  }

  private static void play(
      Lot lot,
      TestCertificate certificate,
      Queue<Cell> queue,
      Map<Cell, CompletableFuture<List<String>>> results) {
    try (Lane lane = new Lane(lot.node(), lot.two(), certificate, certificates)) {
      for (Cell cell = queue.poll(); cell != null; cell = queue.poll()) {
        try {
          results.get(cell).complete(lane.play(cell));
        } catch (Exception e) {
          results.get(cell).completeExceptionally(e);
        }
      }
    } catch (Exception | Error e) {
      for (Cell cell = queue.poll(); cell != null; cell = queue.poll()) {
        results.get(cell).completeExceptionally(e);
      }
    }
  }

  private static int files() throws IOException {
    return kindsOfFiles().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What is open besides files with a path, which classes come from: sockets, rings, pipes. */
  private static Map<String, Integer> kindsOfFiles() throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path file : open.toList()) {
        try {
          String kind = Files.readSymbolicLink(file).toString().replaceAll("[0-9]+", "");
          if (!kind.startsWith("/")) {
            kinds.merge(kind, 1, Integer::sum);
          }
        } catch (NoSuchFileException closedMeanwhile) {
          // one less
        }
      }
    }
    return kinds;
  }

  private static List<Cell> cells() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Cell> cells = new ArrayList<>();
    for (ScriptedNode.Kind node : ScriptedNode.Kind.values()) {
      List<NodeBehaviour> outcomes =
          node.http2() ? Http2Behaviours.of(node.tls()) : Http1Behaviours.of(node.tls());
      for (NodeBehaviour outcome : outcomes) {
        for (Talk.Client client : Talk.Client.values()) {
          add(cells, random, client, node, outcome);
        }
      }
    }
    return cells.stream().filter(cell -> cell.toString().matches(ONLY)).toList();
  }

  private static void add(
      List<Cell> cells,
      SplittableRandom random,
      Talk.Client client,
      ScriptedNode.Kind node,
      NodeBehaviour outcome) {
    Cell.Upload[] uploads = Cell.Upload.values();
    if (!WHOLE) {
      Cell.Upload upload = uploads[random.nextInt(uploads.length)];
      boolean two = random.nextBoolean();
      boolean chunked = random.nextBoolean();
      cells.add(new Cell(cells.size(), client, node, outcome, upload, two, chunked));
      return;
    }
    for (Cell.Upload upload : uploads) {
      for (boolean two : new boolean[] {false, true}) {
        for (boolean chunked : new boolean[] {false, true}) {
          if (upload != Cell.Upload.NONE || !chunked) {
            cells.add(new Cell(cells.size(), client, node, outcome, upload, two, chunked));
          }
        }
      }
    }
  }

  @AfterAll
  static void stopLooking() {
    LEAKS.close();
  }
}
