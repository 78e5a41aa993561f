package io.weir.standalone.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder with everything one Weir writes: {@code data}, {@code logs}, {@code run}. */
public record Home(Path directory) {

  public Home {
    directory = directory.toAbsolutePath().normalize();
  }

  /** Makes the folders that are missing. */
  public Home create() throws IOException {
    for (String folder : List.of("data", "logs", "run")) {
      Files.createDirectories(directory.resolve(folder));
    }
    return this;
  }

  /** What the component keeps across restarts. */
  public Path data(String component) {
    return directory.resolve("data").resolve(component);
  }

  /** The first administrator's key, for its owner only; not there where nobody is asked for one. */
  public Path adminKey() {
    return directory.resolve("admin.key");
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  public Path log(String component) {
    return logs().resolve(component + ".log");
  }

  /** What the launcher started and how it stands. */
  public Path state() {
    return directory.resolve("run/state.json");
  }

  /** Likewise for the back ends of the demo, which the launcher has not started. */
  public Path demoState() {
    return directory.resolve("run/demo.json");
  }

  /** Locked by the launcher for as long as it lives, which it names. */
  public Path lock() {
    return directory.resolve("run/lock");
  }
}
