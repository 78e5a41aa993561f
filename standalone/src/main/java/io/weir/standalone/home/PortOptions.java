package io.weir.standalone.home;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say where Weir listens, with one for each {@link Listener}, and for whom. */
public final class PortOptions {

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address the HTTP servers listen on (default: ${DEFAULT-VALUE}).")
  private InetAddress host = InetAddress.getLoopbackAddress();

  @Option(
      names = "--auth",
      paramLabel = "keys|none",
      defaultValue = "keys",
      description =
          "Whether management asks for an API key; none answers everybody, on a loopback address"
              + " only (default: ${DEFAULT-VALUE}).")
  private Access access = Access.KEYS;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "2",
      description = "Replicas of the data plane, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int replicas;

  private final Map<Listener, OptionSpec> options = new EnumMap<>(Listener.class);

  @Spec
  void addListeners(CommandSpec spec) {
    for (Listener listener : Listener.values()) {
      OptionSpec option =
          OptionSpec.builder(listener.option)
              .type(int.class)
              .paramLabel("PORT")
              .defaultValue(Integer.toString(listener.standard))
              .description(listener.description + " (default: ${DEFAULT-VALUE}).")
              .build();
      spec.addOption(option);
      options.put(listener, option);
    }
  }

  /**
   * What was asked for.
   *
   * @throws ComplaintException if that cannot be had
   */
  public Ports ports() throws ComplaintException {
    if (access == Access.NONE && !host.isLoopbackAddress()) {
      throw new ComplaintException(
          "--auth none answers everybody, and is possible on a loopback address only, not on "
              + host.getHostAddress());
    }
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    options.forEach((listener, option) -> ports.put(listener, option.getValue()));
    try {
      return new Ports(host.getHostAddress(), access, replicas, ports);
    } catch (IllegalArgumentException e) {
      throw new ComplaintException(String.valueOf(e.getMessage()));
    }
  }
}
