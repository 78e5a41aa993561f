package io.weir.standalone;

import io.weir.standalone.home.Access;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Answer;
import io.weir.standalone.process.Wait;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** The key by which the verbs of a home are answered by its management. */
final class AdminKey {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private AdminKey() {}

  /**
   * The key, as soon as it opens; it is made just after a first start. Empty where nobody is asked.
   *
   * @throws ComplaintException if the file has none that opens
   */
  static String await(Home home, Ports ports) throws IOException, InterruptedException {
    if (ports.access() == Access.NONE) {
      return "";
    }
    Path file = home.adminKey();
    URI who = ports.management().resolve("/v1/session");
    if (!Wait.until(LIMIT, () -> opens(who, read(file)))) {
      throw new ComplaintException(
          "%s has no key that opens %s; while another administrator's key exists, none is made"
              .formatted(file, ports.management()));
    }
    return read(file);
  }

  private static boolean opens(URI who, String key) throws IOException, InterruptedException {
    return !key.isEmpty() && Answer.to("GET", who, key, "").status() == HttpURLConnection.HTTP_OK;
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException notYet) {
      return "";
    }
  }
}
