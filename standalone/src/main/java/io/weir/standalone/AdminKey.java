package io.weir.standalone;

import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Platform;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The key by which the verbs of a home are answered by its management. */
final class AdminKey {
  private static final int LIMIT_SECONDS = 30;
  private static final int LOOK_EVERY_MILLIS = 100;
  private static final String WHO = "/v1/session";

  private final Path file;
  private final URI management;

  AdminKey(Home home, Ports ports) {
    this.file = home.adminKey();
    this.management = ports.management();
  }

  /**
   * The key, as soon as it opens; it is made just after a first start. Empty where nobody is asked.
   *
   * @throws ComplaintException if the file has none that opens
   */
  String await() throws ComplaintException, IOException, InterruptedException {
    if (status("") == HttpURLConnection.HTTP_OK) {
      return "";
    }
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (System.nanoTime() < limit) {
      String key = read();
      if (!key.isEmpty() && status(key) == HttpURLConnection.HTTP_OK) {
        return key;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
    throw new ComplaintException(
        "%s has no key that opens %s; while another administrator's key exists, none is made"
            .formatted(file, management));
  }

  private String read() throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException notYet) {
      return "";
    }
  }

  private int status(String key) throws IOException {
    HttpURLConnection asked = Platform.open(management.resolve(WHO));
    try {
      if (!key.isEmpty()) {
        asked.setRequestProperty("Authorization", "Bearer " + key);
      }
      return asked.getResponseCode();
    } finally {
      asked.disconnect();
    }
  }
}
