package io.weir.standalone.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root; for root this runs it in a user namespace that knows no root.
 */
final class Unprivileged {

  private static final List<String> UNSHARE = List.of("unshare", "-U");

  private Unprivileged() {}

  /**
   * The command, changed only when we are root.
   *
   * @throws IOException when we are root and there is no way not to be
   */
  static List<String> command(List<String> command) throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    if (!succeeds(with(UNSHARE, List.of("true")))) {
      throw new IOException(
          "PostgreSQL does not run as root, and this system allows no user namespaces to get"
              + " around that: run Weir as an ordinary user");
    }
    return with(UNSHARE, command);
  }

  private static List<String> with(List<String> prefix, List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
