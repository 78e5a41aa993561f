package io.weir.standalone.demo;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who answered how often; for many threads. */
final class Tally {

  private final SortedMap<String, Integer> answers = new TreeMap<>();
  private final SortedMap<String, Integer> failures = new TreeMap<>();

  synchronized void answered(String backend) {
    answers.merge(backend, 1, Integer::sum);
  }

  synchronized void failed(String how) {
    failures.merge(how, 1, Integer::sum);
  }

  synchronized int of(String backend) {
    return answers.getOrDefault(backend, 0);
  }

  synchronized int failed() {
    return failures.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized int answered() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How the failed ones failed; empty when none did. */
  synchronized String failureSummary() {
    return summary(failures);
  }

  @Override
  public synchronized String toString() {
    return summary(answers);
  }

  private static String summary(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
