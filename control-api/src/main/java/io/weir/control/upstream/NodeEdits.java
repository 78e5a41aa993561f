package io.weir.control.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.NodeContent;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.content.Violations;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeName;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Edit;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.MergePatch;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Changes of one node of an upstream: of all else of it nothing is known to the caller, and nothing
 * changes. What he expects to match is the upstream's version, what not to, the node.
 */
public record NodeEdits(
    Kind<UpstreamId, Upstream, UpstreamContent> kind,
    UpstreamId upstream,
    NodeName name,
    Precondition precondition) {

  /** Puts a node there, whether there is one of this name or not. */
  public Edit<UpstreamId, Upstream, UpstreamContent> put(ObjectNode document) {
    return edit(
        "put-node",
        (current, reasons) ->
            read(document, spelling(current), reasons)
                .flatMap(node -> nodes(() -> current.nodes().with(node), reasons)));
  }

  /** A node keeps the spelling of its name, by whichever it is asked for. */
  private NodeName spelling(Upstream current) {
    return current.nodes().named(name).map(Node::name).orElse(name);
  }

  /** Changes parts of a node. */
  public Edit<UpstreamId, Upstream, UpstreamContent> patch(MergePatch patch) {
    return edit(
        "patch-node",
        (current, reasons) ->
            named(current, reasons)
                .flatMap(was -> read(patch.apply(json(was)), was.name(), reasons))
                .flatMap(node -> nodes(() -> current.nodes().with(node), reasons)));
  }

  /** Takes a node away. */
  public Edit<UpstreamId, Upstream, UpstreamContent> delete() {
    return edit(
        "delete-node",
        (current, reasons) ->
            named(current, reasons)
                .flatMap(was -> nodes(() -> current.nodes().without(name), reasons)));
  }

  private Edit<UpstreamId, Upstream, UpstreamContent> edit(
      String command, Edit.Part<Upstream, Nodes> change) {
    return new Edit<>(
        kind,
        upstream,
        command,
        (current, reasons) -> {
          Long version =
              current.nodes().named(name).isPresent() ? current.revision().version() : null;
          var unwanted = new Precondition(null, precondition.noneMatch());
          reasons.add(unwanted.refuse(name.toString(), version, upstream.value()));
          return change
              .changed(current, reasons)
              .map(nodes -> new UpstreamContent(current.settings(), nodes));
        },
        new Precondition(precondition.match(), Set.of()));
  }

  private Optional<Node> named(Upstream current, Reasons reasons) {
    Optional<Node> node = current.nodes().named(name);
    if (node.isEmpty()) {
      reasons.add(absent(upstream, name));
    }
    return node;
  }

  /** Why there is no such node. */
  static Refusal absent(UpstreamId upstream, NodeName name) {
    return Refusal.of(RefusalCode.NOT_FOUND, upstream + " has no node " + name, upstream.value());
  }

  private static Optional<Node> read(ObjectNode document, NodeName name, Reasons reasons) {
    try {
      return Optional.of(Fields.read(document, fields -> NodeContent.read(name, fields)));
    } catch (InvalidContentException e) {
      reasons.add(e);
      return Optional.empty();
    }
  }

  private Optional<Nodes> nodes(Supplier<Nodes> nodes, Reasons reasons) {
    try {
      return Optional.of(nodes.get());
    } catch (InvalidValueException e) {
      reasons.add(
          Refusal.of(
              RefusalCode.LIMIT_EXCEEDED, upstream + " " + Violations.reason(e), upstream.value()));
      return Optional.empty();
    }
  }

  /** A node as answers have it. */
  static ObjectNode json(Node node) {
    return Json.MAPPER.valueToTree(node);
  }
}
