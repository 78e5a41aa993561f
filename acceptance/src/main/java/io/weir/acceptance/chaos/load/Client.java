package io.weir.acceptance.chaos.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Recording;
import io.weir.acceptance.chaos.load.Attempts.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One client of the management API, which does one thing after the other until it is stopped. */
public final class Client implements Runnable {
  private static final int MOST_OWN = 15;
  private static final int LONGEST_THOUGHT = 240;
  private static final int REPEATS_ONE_IN = 12;

  private final String name;
  private final String run;
  private final Scene scene;
  private final List<Integer> ports;
  private final Random random;
  private final Attempts attempts;
  private final List<String> own = new ArrayList<>();
  private volatile boolean stopped;
  private int count;
  private long position;

  /**
   * A client.
   *
   * @param number which of several, from 0
   * @param ports of the nodes of the API's upstream
   */
  public Client(
      int number,
      long seed,
      Management management,
      Recording recording,
      Scene scene,
      List<Integer> ports) {
    name = "client-" + number;
    run = "chaos-" + seed;
    this.scene = scene;
    this.ports = List.copyOf(ports);
    random = new Random(seed * 31 + number + 1);
    attempts = new Attempts(management, recording, random, name);
  }

  /** Ends it after what it is at. */
  public void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        act();
        Thread.sleep(random.nextInt(LONGEST_THOUGHT) + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void act() throws InterruptedException {
    int dice = random.nextInt(100);
    String register = any(scene.registers());
    if (dice < 32) {
      read(register);
    } else if (dice < 54) {
      write(register);
    } else if (dice < 66) {
      swap(register);
    } else if (dice < 76) {
      reweigh();
    } else if (dice < 84) {
      createOrDelete();
    } else if (dice < 88) {
      refusable();
    } else {
      list();
    }
  }

  private Operation begun(
      Kind kind, String subject, @Nullable String argument, @Nullable String expected) {
    return begun(next(), kind, subject, argument, expected);
  }

  private Operation begun(
      String id, Kind kind, String subject, @Nullable String argument, @Nullable String expected) {
    return Operation.begun(id, name, kind, subject, argument, expected, System.nanoTime());
  }

  private String next() {
    return "%s-%s-%d".formatted(run, name, ++count);
  }

  private @Nullable Heard read(String register) throws InterruptedException {
    Heard heard =
        attempts.read(
            begun(Kind.READ, register, null, null),
            "/v1/upstreams/" + register,
            answer -> answer.body().path("description").asText());
    saw(heard);
    return heard;
  }

  private void write(String register) throws InterruptedException {
    String id = next();
    write(
        begun(id, Kind.WRITE, register, id, null),
        new Sent("PATCH", "/v1/upstreams/" + register, described(id), null));
  }

  private void swap(String register) throws InterruptedException {
    Heard seen = read(register);
    if (seen == null) {
      return;
    }
    String id = next();
    String expected = seen.body().path("description").asText();
    write(
        begun(id, Kind.SWAP, register, id, expected),
        new Sent("PATCH", "/v1/upstreams/" + register, described(id), seen.tag()));
  }

  /** Other weights, never 0: what traffic is answered does not change. */
  private void reweigh() throws InterruptedException {
    String id = next();
    List<Integer> weights = ports.stream().map(_ -> 1 + random.nextInt(10)).toList();
    ObjectNode body = Scene.nodes(ports, weights).put("description", id);
    write(
        begun(id, Kind.CHANGE, scene.upstream(), id, null),
        new Sent("PATCH", "/v1/upstreams/" + scene.upstream(), body, null));
  }

  private void createOrDelete() throws InterruptedException {
    if (own.size() >= MOST_OWN || (!own.isEmpty() && random.nextInt(3) == 0)) {
      String path = own.remove(random.nextInt(own.size()));
      write(begun(Kind.DELETE, path, null, null), new Sent("DELETE", path, null, null));
      return;
    }
    String id = next();
    ObjectNode body = described(id).put("name", id.replace('-', '_'));
    // of the registry, and of control-api itself
    String path = random.nextBoolean() ? "/v1/vpcs" : "/v1/upstreams";
    if (path.equals("/v1/upstreams")) {
      body.setAll(Scene.nodes(List.of(9), List.of(1)));
      body.put("vpcId", scene.vpc()).put("protocol", "HTTP");
    }
    Heard heard =
        write(begun(id, Kind.CREATE, path, null, null), new Sent("POST", path, body, null));
    if (heard != null && heard.good()) {
      own.add(path + "/" + heard.body().path("id").textValue());
    }
  }

  /** A name that is taken, or a request that is wrong in itself. */
  private void refusable() throws InterruptedException {
    String id = next();
    ObjectNode body = described(id).put("name", random.nextBoolean() ? "chaos" : "not a name");
    write(
        begun(id, Kind.REFUSABLE, "/v1/vpcs", null, null),
        new Sent("POST", "/v1/vpcs", body, null));
  }

  private void list() throws InterruptedException {
    long least = random.nextBoolean() ? position : 0;
    String path = random.nextBoolean() ? "/v1/upstreams" : "/v1/vpcs";
    saw(
        attempts.read(
            begun(Kind.LIST, path, Long.toString(least), null),
            path + "?limit=5&wait_ms=3000&min_position=" + least,
            _ -> null));
  }

  private @Nullable Heard write(Operation operation, Sent sent) throws InterruptedException {
    Heard heard = attempts.write(operation, sent);
    saw(heard);
    if (heard != null && heard.good() && random.nextInt(REPEATS_ONE_IN) == 0) {
      attempts.repeat(begun(Kind.REPEAT, operation.id(), null, null), operation.id(), sent);
    }
    return heard;
  }

  private void saw(@Nullable Heard heard) {
    if (heard != null) {
      position = Math.max(position, heard.position());
    }
  }

  private static ObjectNode described(String text) {
    return Management.JSON.createObjectNode().put("description", text);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
