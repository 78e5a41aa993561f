package io.weir.benchmarks.gateway;

import io.weir.benchmarks.gateway.Gateway.Running;
import io.weir.benchmarks.gateway.Load.Throughput;
import io.weir.benchmarks.load.Measured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One case: everything is started once and warmed up; then the gateways take turns, each run in
 * another order, so that what changes on the machine meanwhile concerns all of them.
 */
final class CaseRun {
  private static final long START_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  private final Site site;
  private final Plan plan;
  private final Load load;
  private final Children children;
  private final Map<Gateway, Running> running = new LinkedHashMap<>();
  private final Map<Gateway, Result> results = new LinkedHashMap<>();

  CaseRun(Site site, Plan plan, Load load, Children children) {
    this.site = site;
    this.plan = plan;
    this.load = load;
    this.children = children;
  }

  /** Runs it; what could not be measured says why. */
  List<Result> run(List<Gateway> gateways) throws IOException, InterruptedException {
    Process backends = children.add(Backends.start(site));
    try {
      Clients clients = site.of().clients();
      awaitAnswer(
          backends,
          site.backendPorts().getLast(),
          clients == Clients.GRPC ? clients : Clients.HTTP);
      for (Gateway gateway : gateways) {
        start(gateway);
      }
      for (int run = 0; run < plan.runs(); run++) {
        for (Gateway gateway : inTurn(run)) {
          closed(gateway, run);
        }
      }
      boolean latency = plan.latency() && !site.of().clients().http2();
      for (int run = 0; run < plan.runs() && latency; run++) {
        for (Gateway gateway : inTurn(run)) {
          open(gateway, run);
        }
      }
      return new ArrayList<>(results.values());
    } finally {
      for (Running one : running.values()) {
        if (one.process() != null) {
          children.stop(one.process());
        }
      }
      children.stop(backends);
    }
  }

  private void start(Gateway gateway) throws IOException, InterruptedException {
    String leftOut = gateway.leftOut(site.of()).orElse(null);
    if (leftOut != null) {
      leaveOut(gateway, leftOut);
      return;
    }
    plan.tell("%s: starting and warming up %s".formatted(site.of().name(), gateway.name()));
    Running started = gateway.start(site, plan.options(gateway));
    if (started.process() != null) {
      children.add(started.process());
    }
    try {
      awaitAnswer(started.process(), started.port(), site.of().clients());
      results.put(gateway, new Result(gateway.name(), started.command()));
      warmUp(started.port(), gateway.warmUpRequests());
      running.put(gateway, started);
    } catch (IOException e) {
      leaveOut(gateway, String.valueOf(e.getMessage()));
      if (started.process() != null) {
        children.stop(started.process());
      }
    }
  }

  /**
   * By requests, not by time: on a slow machine compilers need longer, too. Bounded all the same.
   */
  private void warmUp(int port, long requests) throws IOException, InterruptedException {
    long end = System.nanoTime() + (long) (plan.warmUpSeconds() * 1e9);
    long done = 0;
    while (done < requests && System.nanoTime() < end) {
      done += load.closed(site, port, 1).requests();
    }
  }

  private void leaveOut(Gateway gateway, String why) {
    plan.tell("%s: %s is left out: %s".formatted(site.of().name(), gateway.name(), why));
    Result result = new Result(gateway.name(), List.of());
    result.leftOut = why;
    results.put(gateway, result);
  }

  private List<Gateway> inTurn(int run) {
    List<Gateway> order = new ArrayList<>(running.keySet());
    if (!order.isEmpty()) {
      Collections.rotate(order, -(run % order.size()));
    }
    return order;
  }

  private void closed(Gateway gateway, int run) throws IOException, InterruptedException {
    Running one = at(gateway);
    double before = one.cpuMicros();
    Throughput seen = load.closed(site, one.port(), plan.seconds());
    double cpu = (one.cpuMicros() - before) / Math.max(1, seen.requests());
    of(gateway).closed.add(new Result.Run(seen.perSecond(), cpu, seen.requests(), seen.errors()));
    plan.tell(
        "%s %d/%d %-8s %,9.0f requests/s  %6.1f us of CPU each%s"
            .formatted(
                site.of().name(),
                run + 1,
                plan.runs(),
                gateway.name(),
                seen.perSecond(),
                cpu,
                seen.errors() == 0 ? "" : "  " + seen.errors() + " ERRORS"));
  }

  private void open(Gateway gateway, int run) throws IOException, InterruptedException {
    double rate = Math.min(rate(), of(gateway).perSecond() / 2);
    Measured seen = load.open(site, at(gateway).port(), rate, plan.seconds());
    of(gateway).open.add(seen);
    plan.tell(
        "%s %d/%d %-8s at %,.0f/s: p50 %,.0f us, p99 %,.0f us%s"
            .formatted(
                site.of().name(),
                run + 1,
                plan.runs(),
                gateway.name(),
                rate,
                seen.p50(),
                seen.p99(),
                seen.errors() == 0 ? "" : "  " + seen.errors() + " ERRORS"));
  }

  /** Half of what nginx carries, or the first gateway where there is no nginx. */
  private double rate() {
    if (plan.rate() > 0) {
      return plan.rate();
    }
    return results.values().stream()
        .filter(result -> result.leftOut == null)
        .sorted(java.util.Comparator.comparing(result -> !result.gateway.equals("nginx")))
        .findFirst()
        .map(result -> result.perSecond() / 2)
        .orElse(1_000.0);
  }

  private Running at(Gateway gateway) {
    return java.util.Objects.requireNonNull(running.get(gateway));
  }

  private Result of(Gateway gateway) {
    return java.util.Objects.requireNonNull(results.get(gateway));
  }

  /** Until a request is answered with 200. */
  private void awaitAnswer(
      @org.jspecify.annotations.Nullable Process process, int port, Clients clients)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + START_PATIENCE_NANOS;
    String last = "nothing";
    while (System.nanoTime() < end) {
      if (process != null && !process.isAlive()) {
        throw new IOException("it ended at once: " + site.lastWords());
      }
      if (clients.http2()) {
        if (load.h2load().isAnswered(site, port)) {
          return;
        }
        last = "not with 2xx to h2load";
      } else {
        last = ask(port, clients.tls());
        if (last.startsWith("HTTP/1.1 200")) {
          return;
        }
      }
      Thread.sleep(100);
    }
    throw new IOException("it does not answer with 200, but: " + last);
  }

  private String ask(int port, boolean tls) {
    try (Socket socket = tls ? Tls.connect(port) : new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      return ask(socket);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private String ask(Socket socket) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(site.paths().getLast(), Site.HOST);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(40), StandardCharsets.US_ASCII).lines().findFirst().orElse("");
  }
}
