package io.weir.standalone;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
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
      description = "Where data, logs and state are kept (default: .weir in the checkout).")
  private @Nullable Path home;

  Home home() {
    return new Home(home == null ? root().resolve(".weir") : home);
  }

  Programs programs() {
    return new Programs(root());
  }

  /** The options of a launcher on the same home. */
  List<String> arguments(Ports ports) {
    List<String> all = new ArrayList<>(ports.arguments());
    all.addAll(List.of("--root=" + root(), "--home=" + home().directory()));
    return all;
  }

  /** What to type for another verb on the same home. */
  String command(String verb) {
    return "./weir " + verb + (home == null ? "" : " --home " + home);
  }

  private Path root() {
    return root.toAbsolutePath().normalize();
  }
}
