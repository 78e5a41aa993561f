package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All processes that were started here; none outlives this one. */
final class Children implements AutoCloseable {
  private final List<Process> running = new ArrayList<>();

  Children() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-children"));
  }

  synchronized Process add(Process process) {
    running.add(process);
    return process;
  }

  /** Runs a command to its end and gives what it printed. */
  String output(int core, List<String> command, long patienceSeconds)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("weir-bench-", ".out");
    try {
      Process process =
          add(
              new ProcessBuilder(Machine.pinned(core, command))
                  .redirectErrorStream(true)
                  .redirectOutput(file.toFile())
                  .start());
      boolean ended = process.waitFor(patienceSeconds, TimeUnit.SECONDS);
      stop(process);
      String output = Files.readString(file, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(command.getFirst() + " failed: " + output);
      }
      return output;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Stops a process and its children, kindly first. */
  void stop(Process process) throws InterruptedException {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
    synchronized (this) {
      running.remove(process);
    }
  }

  @Override
  public synchronized void close() {
    for (Process process : running) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    running.clear();
  }
}
