package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.weir.contracts.content.InstanceContent;
import io.weir.contracts.content.NetworkContent;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.content.VpcContent;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Inconsistency;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gateway's configuration as people write it: docs/snapshot.md tells how. Each object is read as
 * the REST API would read it. One use.
 */
final class GatewayYaml {
  private static final Pattern ID =
      Pattern.compile("(vpc|ccn|instance|upstream|service|api)-[a-z0-9]{8}");
  private static final JsonNode HTTP = new TextNode(Protocol.HTTP.name());
  private static final Set<String> SECTIONS =
      Set.of("vpcs", "networks", "instances", "upstreams", "services");

  private final List<GatewayEvent> events = new ArrayList<>();
  private final Map<String, Part> places = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Names<VpcId> vpcs = new Names<>("VPC", "vpc-", VpcId::new);
  private final Names<CcnId> networks = new Names<>("network", "ccn-", CcnId::new);
  private final Names<InstanceId> instances = new Names<>("instance", "instance-", InstanceId::new);
  private final Names<UpstreamId> upstreams = new Names<>("upstream", "upstream-", UpstreamId::new);

  private GatewayYaml() {}

  /**
   * The configuration of a text; the same text always gives the same image.
   *
   * @throws InvalidYamlException if it is not YAML or does not describe a configuration
   */
  static GatewayImage read(String text) throws InvalidYamlException {
    YamlDocument document = YamlDocument.read(text);
    GatewayYaml yaml = new GatewayYaml();
    yaml.gateway(document.whole());
    document.end();
    GatewayImage image = Founding.of(text, yaml.events);
    image.check().forEach(found -> yaml.violates(document, found));
    document.end();
    return image;
  }

  private void gateway(Part whole) {
    whole
        .entries()
        .forEach(
            (section, part) -> {
              if (!SECTIONS.contains(section)) {
                part.violates("is not a field of this object");
              }
            });
    named(whole.get("vpcs"), this::vpc);
    named(whole.get("networks"), this::network);
    named(whole.get("instances"), this::instance);
    named(whole.get("upstreams"), this::upstream);
    named(
        whole.get("services"),
        new ServicesYaml(instances, upstreams, events, this::declared)::service);
  }

  /** Objects by their names; where nothing but names is to be said, a list of them. */
  private static void named(Part section, BiConsumer<String, Part> reader) {
    if (!section.json().isArray()) {
      section.entries().forEach(reader);
      return;
    }
    for (Part item : section.items()) {
      String name = item.name();
      if (name == null) {
        item.violates("must be a string");
      } else {
        reader.accept(name, item.withoutContent());
      }
    }
  }

  /** Remembers where an object stands, for complaints about the whole. */
  private void declared(Id id, String label, Part object) {
    places.put(id.value(), object);
    labels.put(id.value(), label);
  }

  private void vpc(String name, Part part) {
    VpcId id = vpcs.declare(name, name, part);
    declared(id, "VPC " + name, part);
    var settings = new Body(part, "id").key("name", name).read(VpcContent::read);
    if (settings != null) {
      events.add(new VpcCreated(id, settings));
    }
  }

  /** An object, or just the list of its VPCs. */
  private void network(String name, Part part) {
    Part object = part.json().isArray() ? part.withoutContent() : part;
    CcnId id = networks.declare(name, name, object);
    declared(id, "network " + name, part);
    var settings = new Body(object, "id", "vpcs").key("name", name).read(NetworkContent::read);
    if (settings != null) {
      events.add(new NetworkCreated(id, settings));
    }
    for (Part item : (part.json().isArray() ? part : part.get("vpcs")).items()) {
      VpcId vpc = vpcs.find(item);
      if (vpc == null) {
        item.violates("must be a string");
      } else {
        events.add(new LinkAttached(id, vpc));
      }
    }
  }

  private void instance(String name, Part part) {
    InstanceId id = instances.declare(name, name, part);
    declared(id, "instance " + name, part);
    var settings =
        new Body(part, "id")
            .key("name", name)
            .put("/vpcId", vpcs.resolve(part.get("vpc")), "/vpc")
            .read(InstanceContent::read);
    if (settings != null) {
      events.add(new InstanceCreated(id, settings));
    }
  }

  private void upstream(String name, Part part) {
    UpstreamId id = upstreams.declare(name, name, part);
    declared(id, "upstream " + name, part);
    Part protocol = part.get("protocol");
    var content =
        new Body(part, "id")
            .key("name", name)
            .put("/vpcId", vpcs.resolve(part.get("vpc")), "/vpc")
            .put("/nodes", NodesYaml.json(part.get("nodes").json()), "/nodes")
            .put("/protocol", protocol.isNothing() ? HTTP : protocol.json(), "/protocol")
            .read(UpstreamContent::read);
    if (content != null) {
      events.add(new UpstreamCreated(id, content.settings(), content.nodes()));
    }
  }

  /** What no single object can tell: rules between them, in the words of the text. */
  private void violates(YamlDocument document, Inconsistency found) {
    String problem =
        ID.matcher(found.problem())
            .replaceAll(
                id -> Matcher.quoteReplacement(labels.getOrDefault(id.group(), id.group())));
    Part place = places.get(found.subject());
    if (place == null) {
      document.violates("", found.subject() + " " + problem);
    } else {
      place.violates(problem);
    }
  }
}
