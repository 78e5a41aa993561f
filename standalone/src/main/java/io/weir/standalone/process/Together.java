package io.weir.standalone.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs blocking tasks at the same time and returns when all have ended. */
final class Together {

  /** Something that blocks. */
  interface Task {
    void run() throws Exception;
  }

  private Together() {}

  /**
   * @throws IllegalStateException with the first failure, after all have ended
   */
  static void run(List<Task> tasks) throws InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Task task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  task.run();
                  return null;
                }));
      }
    }
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
