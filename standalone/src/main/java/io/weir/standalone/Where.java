package io.weir.standalone;

import io.weir.standalone.home.Home;
import io.weir.standalone.platform.Jars;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which checkout, and which home in it. */
final class Where {

  @Option(
      names = "--root",
      hidden = true,
      defaultValue = ".",
      description = "The checkout with the built jars.")
  private Path root = Path.of(".");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Where data, logs and pid files are kept (default: .weir in the checkout).")
  private @Nullable Path home;

  Home home() {
    return new Home(home == null ? root().resolve(".weir") : home);
  }

  Jars jars() {
    return new Jars(root());
  }

  /** The same place for another process. */
  List<String> arguments() {
    return List.of("--root=" + root(), "--home=" + home().directory());
  }

  private Path root() {
    return root.toAbsolutePath().normalize();
  }
}
