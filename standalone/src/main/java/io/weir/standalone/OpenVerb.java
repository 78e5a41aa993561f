package io.weir.standalone;

import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Answer;
import io.weir.standalone.platform.Background;
import io.weir.standalone.process.State;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir open}. */
@Command(
    name = "open",
    description = {
      "Opens the console, logged in as the first administrator, by a link that works once and soon",
      "expires. Prints it, too."
    })
final class OpenVerb implements Callable<Integer> {

  /** What opens an address in the browser, on Linux and on macOS. */
  private static final List<String> OPENERS = List.of("xdg-open", "open");

  @Mixin private Where where = new Where();

  @Option(names = "--print", description = "Print the link and open nothing.")
  private boolean printOnly;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = where.home();
    if (!new Background(home).isUp()) {
      throw new ComplaintException(
          "Weir is not running here; start it with " + where.command("up"));
    }
    Ports ports = State.read(home.state()).ports();
    if (ports == null) {
      throw new ComplaintException("Weir is just starting or stopping");
    }
    URI link = ports.management().resolve(path(ports, AdminKey.await(home, ports)));
    System.out.println(link);
    if (!printOnly) {
      open(link);
    }
    return Weir.OK;
  }

  private static String path(Ports ports, String key) throws IOException, InterruptedException {
    if (key.isEmpty()) {
      return "/";
    }
    Answer made = Answer.to("POST", ports.management().resolve("/v1/session/links"), key, "");
    if (made.status() != HttpURLConnection.HTTP_CREATED) {
      throw new ComplaintException("no link could be made: " + made.status());
    }
    return made.text("path");
  }

  /** With the first program there is; without one, the printed link is all. */
  private static void open(URI link) throws InterruptedException {
    for (String opener : OPENERS) {
      try {
        new ProcessBuilder(opener, link.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
        return;
      } catch (IOException noSuchProgram) {
        continue;
      }
    }
  }
}
