package io.weir.standalone.demo;

import io.weir.standalone.platform.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Eight callers that send requests over all replicas in turn.
 *
 * @param answers how many each back end answered with 200
 * @param failures how the others failed, and how many in which way
 */
record Crowd(Map<String, Integer> answers, Map<String, Integer> failures) {

  private static final int CALLERS = 8;

  /**
   * Returns when all requests are answered or have failed.
   *
   * @param replicas the addresses to call, in turn
   * @param host the host they are meant for
   * @param after told the number of answers so far after each
   */
  static Crowd send(int requests, List<URI> replicas, String host, String path, IntConsumer after) {
    Crowd crowd = new Crowd(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    Runnable caller =
        () -> {
          int request = sent.getAndIncrement();
          while (request < requests) {
            crowd.call(replicas.get(request % replicas.size()).resolve(path), host);
            after.accept(answered.incrementAndGet());
            request = sent.getAndIncrement();
          }
        };
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.execute(caller);
      }
    }
    return crowd;
  }

  int answeredBy(String backend) {
    return answers.getOrDefault(backend, 0);
  }

  int answered() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  int failed() {
    return failures.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void call(URI address, String host) {
    try {
      Answer answer = Answer.to("GET", address, "", "", "Host", host);
      if (answer.status() == 200) {
        answers.merge(
            answer.headers().firstValue(Backends.NAME_HEADER).orElse(""), 1, Integer::sum);
      } else {
        failures.merge("status " + answer.status(), 1, Integer::sum);
      }
    } catch (IOException e) {
      failures.merge(e.getClass().getSimpleName(), 1, Integer::sum);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.merge("interrupted", 1, Integer::sum);
    }
  }
}
