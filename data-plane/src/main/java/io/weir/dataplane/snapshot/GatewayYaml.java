package io.weir.dataplane.snapshot;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Inconsistency;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A gateway's configuration as people write it: docs/snapshot.md tells how. One use. */
final class GatewayYaml {
  private static final int MAX_CHARACTERS = 256 << 20;
  private static final Pattern ID =
      Pattern.compile("(vpc|ccn|instance|upstream|service|api)-[a-z0-9]{8}");

  private final List<Violation> violations = new ArrayList<>();
  private final List<GatewayEvent> events = new ArrayList<>();
  private final Map<String, YamlValue> places = new HashMap<>();
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
    GatewayYaml yaml = new GatewayYaml();
    YamlValue root = yaml.root(text);
    if (root != null) {
      yaml.gateway(root);
    }
    yaml.end();
    GatewayImage image = Founding.of(text, yaml.events);
    yaml.check(image);
    yaml.end();
    return image;
  }

  private @Nullable YamlValue root(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    try {
      var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (node == null) {
        violations.add(new Violation(1, 1, "", "the text is empty"));
        return null;
      }
      return YamlValue.root(node, violations);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      violations.add(
          new Violation(
              mark == null ? 1 : mark.getLine() + 1,
              mark == null ? 1 : mark.getColumn() + 1,
              "",
              "is not YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      violations.add(new Violation(1, 1, "", "is not YAML: " + e.getMessage()));
    }
    return null;
  }

  private void end() throws InvalidYamlException {
    if (!violations.isEmpty()) {
      violations.sort(Comparator.comparingInt(Violation::line).thenComparing(Violation::column));
      throw new InvalidYamlException(List.copyOf(violations));
    }
  }

  private void gateway(YamlValue root) {
    var sections = root.entries(Set.of("vpcs", "networks", "instances", "upstreams", "services"));
    named(sections.get("vpcs"), this::vpc);
    named(sections.get("networks"), this::network);
    named(sections.get("instances"), this::instance);
    named(sections.get("upstreams"), this::upstream);
    var services = new ServicesYaml(instances, upstreams, events, this::declared);
    named(sections.get("services"), services::service);
  }

  /** What reads one named object. */
  @FunctionalInterface
  interface Reader {
    void read(String name, YamlValue value);
  }

  /** A mapping from names; where nothing but names is to be said, a list of them. */
  static void named(@Nullable YamlValue section, Reader reader) {
    if (section == null) {
      return;
    }
    if (section.isList()) {
      for (YamlValue item : section.items()) {
        String name = item.text();
        if (name != null) {
          reader.read(name, item.withoutContent());
        }
      }
    } else {
      section.entries().forEach(reader::read);
    }
  }

  /** Remembers where an object stands, for complaints about the whole. */
  private void declared(Id id, String label, YamlValue at) {
    places.put(id.value(), at);
    labels.put(id.value(), label);
  }

  private void vpc(String name, YamlValue value) {
    YamlObject vpc = YamlObject.of(name, value, VpcSettings.class, Map.of());
    VpcId id = vpcs.declare(name, name, value, vpc.get("id"));
    VpcSettings settings = id == null ? null : vpc.settings(VpcSettings.class, Map.of());
    if (id != null && settings != null) {
      declared(id, "VPC " + name, value);
      events.add(new VpcCreated(id, settings));
    }
  }

  /** A mapping, or just the list of its VPCs. */
  private void network(String name, YamlValue value) {
    YamlObject network =
        YamlObject.of(
            name,
            value.isList() ? value.withoutContent() : value,
            NetworkSettings.class,
            Map.of("vpcs", Object.class));
    CcnId id = networks.declare(name, name, value, network.get("id"));
    NetworkSettings settings =
        id == null ? null : network.settings(NetworkSettings.class, Map.of());
    YamlValue attached = value.isList() ? value : network.get("vpcs");
    List<VpcId> members = new ArrayList<>();
    for (YamlValue item : attached == null ? List.<YamlValue>of() : attached.items()) {
      VpcId vpc = vpcs.resolve(item);
      if (vpc != null) {
        members.add(vpc);
      }
    }
    if (id != null && settings != null) {
      declared(id, "network " + name, value);
      events.add(new NetworkCreated(id, settings));
      members.forEach(vpc -> events.add(new LinkAttached(id, vpc)));
    }
  }

  private void instance(String name, YamlValue value) {
    YamlObject instance =
        YamlObject.of(name, value, InstanceSettings.class, Map.of("vpc", Object.class));
    InstanceId id = instances.declare(name, name, value, instance.get("id"));
    VpcId vpc = vpcOf(instance);
    if (id != null && vpc != null) {
      InstanceSettings settings =
          instance.settings(InstanceSettings.class, Map.of("vpcId", vpc.value()));
      if (settings != null) {
        declared(id, "instance " + name, value);
        events.add(new InstanceCreated(id, settings));
      }
    }
  }

  private void upstream(String name, YamlValue value) {
    YamlObject upstream =
        YamlObject.of(
            name,
            value,
            UpstreamSettings.class,
            Map.of("vpc", Object.class, "nodes", Object.class));
    UpstreamId id = upstreams.declare(name, name, value, upstream.get("id"));
    VpcId vpc = vpcOf(upstream);
    YamlValue list = upstream.require("nodes");
    Nodes nodes = list == null ? null : YamlNodes.read(list);
    if (id != null && vpc != null) {
      Map<String, ?> defaults =
          Map.of(
              "vpcId",
              vpc.value(),
              "algorithm",
              Algorithm.WEIGHTED_ROUND_ROBIN,
              "protocol",
              Protocol.HTTP,
              "retries",
              Retries.DEFAULT);
      UpstreamSettings settings = upstream.settings(UpstreamSettings.class, defaults);
      if (settings != null && nodes != null) {
        declared(id, "upstream " + name, value);
        events.add(new UpstreamCreated(id, settings, nodes));
      }
    }
  }

  private @Nullable VpcId vpcOf(YamlObject object) {
    YamlValue reference = object.require("vpc");
    return reference == null ? null : vpcs.resolve(reference);
  }

  /** What no single object can tell: rules between them. */
  private void check(GatewayImage image) {
    for (Inconsistency found : image.check()) {
      String problem =
          ID.matcher(found.problem())
              .replaceAll(
                  id -> Matcher.quoteReplacement(labels.getOrDefault(id.group(), id.group())));
      YamlValue place = places.get(found.subject());
      if (place == null) {
        violations.add(new Violation(1, 1, "", found.subject() + " " + problem));
      } else {
        place.violates(problem);
      }
    }
  }
}
