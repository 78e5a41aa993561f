package io.weir.control.upstream;

import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.HostAddresses;
import io.weir.contracts.value.Node;
import io.weir.ledger.command.Rules;
import io.weir.ledger.command.Warning;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is accepted of an upstream's nodes though no request will get through to them. */
@Singleton
public class NodeWarnings {
  private final boolean localNodes;

  /**
   * For a data plane as this service's configuration says it is.
   *
   * @param localNodes whether it forwards to addresses of its own hosts
   */
  public NodeWarnings(
      @ConfigProperty(name = "weir.allow.local.nodes", defaultValue = "false") boolean localNodes) {
    this.localNodes = localNodes;
  }

  /** What to know about an upstream, in sentences that begin with its id. */
  public List<Warning> of(Upstream upstream) {
    List<Warning> warnings = new ArrayList<>();
    if (upstream.nodes().list().stream().noneMatch(Node::takesRequests)) {
      warnings.add(
          new Warning(
              "NO_ELIGIBLE_NODE",
              upstream.id() + " is answered 503: each of its nodes is draining or has the weight 0",
              List.of("/nodes")));
    }
    if (!localNodes) {
      local(upstream, warnings);
    }
    return warnings;
  }

  /** The same for what uses an upstream and names it at {@code pointer}. */
  public List<Warning> of(Upstream upstream, String pointer) {
    return of(upstream).stream()
        .map(warning -> new Warning(warning.code(), warning.detail(), List.of(pointer)))
        .toList();
  }

  private static void local(Upstream upstream, List<Warning> warnings) {
    List<String> nodes = new ArrayList<>();
    List<String> pointers = new ArrayList<>();
    for (int i = 0; i < upstream.nodes().list().size(); i++) {
      Node node = upstream.nodes().list().get(i);
      if (HostAddresses.contain(node.address())) {
        nodes.add(node.authority());
        pointers.add("/nodes/" + i + "/address");
      }
    }
    if (!nodes.isEmpty()) {
      warnings.add(
          new Warning(
              "LOCAL_NODE",
              ("%s has nodes that the data plane connects to only with WEIR_ALLOW_LOCAL_NODES,"
                      + " for their addresses are of its own hosts, their links or a cloud's"
                      + " metadata: %s")
                  .formatted(upstream.id(), Rules.first(nodes)),
              pointers));
    }
  }
}
