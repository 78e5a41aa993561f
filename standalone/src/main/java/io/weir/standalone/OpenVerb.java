package io.weir.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Background;
import io.weir.standalone.platform.Platform;
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
  public Integer call() throws ComplaintException, IOException, InterruptedException {
    Home home = where.home();
    if (!new Background(home).isUp()) {
      throw new ComplaintException(
          "Weir is not running here; start it with " + where.command("up"));
    }
    Ports ports = State.read(home.state()).ports();
    if (ports == null) {
      throw new ComplaintException("Weir is just starting or stopping");
    }
    URI link = link(ports, new AdminKey(home, ports).await());
    System.out.println(link);
    if (!printOnly) {
      open(link);
    }
    return Weir.OK;
  }

  private static URI link(Ports ports, String key) throws IOException, ComplaintException {
    if (key.isEmpty()) {
      return ports.management().resolve("/");
    }
    HttpURLConnection asked = Platform.open(ports.management().resolve("/v1/session/links"));
    try {
      asked.setRequestMethod("POST");
      asked.setRequestProperty("Authorization", "Bearer " + key);
      if (asked.getResponseCode() != HttpURLConnection.HTTP_CREATED) {
        throw new ComplaintException("no link could be made: " + asked.getResponseCode());
      }
      String path = new ObjectMapper().readTree(asked.getInputStream()).path("path").asText();
      return ports.management().resolve(path);
    } finally {
      asked.disconnect();
    }
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
