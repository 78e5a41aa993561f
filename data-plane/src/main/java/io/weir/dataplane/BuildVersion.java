package io.weir.dataplane;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which build this is, as the manifest of its jar says: 1.0.0+0123456789ab, with the commit. */
final class BuildVersion implements IVersionProvider {
  /** The version; {@code unpackaged} where the classes come from no jar. */
  static String current() {
    return Objects.requireNonNullElse(
        BuildVersion.class.getPackage().getImplementationVersion(), "unpackaged");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Weir data plane " + current()};
  }
}
