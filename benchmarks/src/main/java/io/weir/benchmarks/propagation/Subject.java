package io.weir.benchmarks.propagation;

import io.weir.benchmarks.propagation.ReplicaProbe.Answer;

/** A kind of write, one for each round, and what it changes in what replicas answer. */
interface Subject {
  /** What comes before the write and is not measured. */
  void prepare(int round) throws Exception;

  /** The write. */
  void send(int round) throws Exception;

  /** Where replicas are asked. */
  String path(int round);

  /** Whether that is the answer before the write. */
  boolean isBefore(int round, Answer answer);

  /** Whether that is the answer after it. */
  boolean isAfter(int round, Answer answer);

  /** A release of a service that has one more API each round. */
  record Release(Scene scene) implements Subject {
    @Override
    public void prepare(int round) throws Exception {
      scene.draft("round_" + round, "/round/" + round);
    }

    @Override
    public void send(int round) throws Exception {
      scene.release();
    }

    @Override
    public String path(int round) {
      return "/release/round/" + round;
    }

    @Override
    public boolean isBefore(int round, Answer answer) {
      return answer.status() == 404;
    }

    @Override
    public boolean isAfter(int round, Answer answer) {
      return answer.status() == 200;
    }
  }

  /** A change of an upstream: the host that its nodes are asked for. */
  record Upstream(Scene scene) implements Subject {
    /** Before the first round, too, so that there is an answer to tell the first write's from. */
    private static String host(int round) {
      return "round-%d.example".formatted(round + 1);
    }

    @Override
    public void prepare(int round) throws Exception {
      if (round == 0) {
        scene.changeHost(host(-1));
        scene.draft("host", "/host");
        scene.release();
      }
    }

    @Override
    public void send(int round) throws Exception {
      scene.changeHost(host(round));
    }

    @Override
    public String path(int round) {
      return "/release/host";
    }

    @Override
    public boolean isBefore(int round, Answer answer) {
      return round == 0 && answer.status() == 404 || answer.body().equals(host(round - 1));
    }

    @Override
    public boolean isAfter(int round, Answer answer) {
      return answer.body().equals(host(round));
    }
  }
}
