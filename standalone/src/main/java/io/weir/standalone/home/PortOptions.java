package io.weir.standalone.home;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that move Weir to other ports: one for each {@link Listener}. */
public final class PortOptions {

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address the HTTP servers listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--auth",
      paramLabel = "keys|none",
      defaultValue = "keys",
      description =
          "Whether management asks for an API key; none answers everybody, on a loopback address"
              + " only (default: ${DEFAULT-VALUE}).")
  private String auth = "";

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

  /** Whom management answers. */
  public Access access() throws ComplaintException {
    return Access.of(auth, host);
  }

  /** What was asked for, when it can be had. */
  public Ports ports() throws ComplaintException {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    options.forEach((listener, option) -> ports.put(listener, option.getValue()));
    try {
      return new Ports(host, replicas, ports);
    } catch (IllegalArgumentException e) {
      throw new ComplaintException(String.valueOf(e.getMessage()));
    }
  }
}
