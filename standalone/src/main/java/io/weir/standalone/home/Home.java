package io.weir.standalone.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder with everything one Weir writes: {@code data}, {@code logs}, {@code run}, {@code lib}.
 */
public record Home(Path directory) {

  public Home {
    directory = directory.toAbsolutePath().normalize();
  }

  /** Makes the folders that are missing. */
  public Home create() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Files.createDirectories(directory.resolve("logs"));
    Files.createDirectories(directory.resolve("run"));
    return this;
  }

  /** What the component keeps across restarts. */
  public Path data(String component) {
    return directory.resolve("data").resolve(component);
  }

  /** What can be made again at any time, such as unpacked programs. */
  public Path lib() {
    return directory.resolve("lib");
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  public Path log(String component) {
    return logs().resolve(component + ".log");
  }

  /** What only holds while Weir runs. */
  public Path run() {
    return directory.resolve("run");
  }

  public Path pidFile(String component) {
    return run().resolve(component + ".pid");
  }

  public Path ports() {
    return run().resolve("ports");
  }

  /** The state of every component, as the launcher last published it. */
  public Path board() {
    return run().resolve("board");
  }

  /** Why the last start failed; absent after a good one. */
  public Path failure() {
    return run().resolve("failure");
  }

  /** Locked by the launcher for as long as it lives. */
  public Path lock() {
    return run().resolve("lock");
  }
}
