package io.weir.control.upstream;

import io.weir.contracts.value.Address;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.Weight;
import io.weir.rest.Fields;

/** Everything about an upstream that a caller decides. */
public record UpstreamContent(UpstreamSettings settings, Nodes nodes) {
  /** Reads the body of a new upstream. */
  static UpstreamContent read(Fields fields) {
    var name = fields.text("name", Name::new).orNull();
    var vpc = fields.text("vpcId", VpcId::new).required();
    var description = fields.text("description", Description::new).or(Description.NONE);
    var algorithm = fields.choice("algorithm", Algorithm.class).or(Algorithm.WEIGHTED_ROUND_ROBIN);
    var protocol = fields.choice("protocol", Protocol.class).or(Protocol.HTTP);
    var hostHeader = fields.text("hostHeader", HostHeader::new).orNull();
    var retries = fields.integer("retries", Retries::new).or(Retries.DEFAULT);
    var nodes = fields.list("nodes", UpstreamContent::node, Nodes::new).required();
    return fields.build(
        () ->
            new UpstreamContent(
                new UpstreamSettings(
                    name.get(),
                    vpc.get(),
                    description.get(),
                    algorithm.get(),
                    protocol.get(),
                    hostHeader.get(),
                    retries.get()),
                nodes.get()));
  }

  /** Reads the body of an upstream that exists: as it was answered, with the caller's changes. */
  static UpstreamContent read(UpstreamId id, Fields fields) {
    return read(
        fields
            .same("id", id.value())
            .readOnly("version", "position", "changedAt", "associatedApis"));
  }

  private static Node node(Fields fields) {
    var address = fields.text("address", Address::new).required();
    var port = fields.integer("port", Port::new).required();
    var weight = fields.integer("weight", Weight::new).required();
    return fields.build(() -> new Node(address.get(), port.get(), weight.get()));
  }
}
