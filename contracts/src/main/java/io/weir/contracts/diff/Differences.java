package io.weir.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent;
import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.event.LedgerKeyEvent;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.VpcEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds differences. Set in their order at their pointers they lead from one content to the other,
 * and an object that is not there has an empty content.
 */
public final class Differences {
  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** What is different between two contents. */
  public static List<Difference> between(ObjectNode from, ObjectNode to) {
    var differences = new Differences();
    differences.members("", from, to);
    return List.copyOf(differences.found);
  }

  /** What is different between two values at a place; null is nothing. */
  static List<Difference> between(String pointer, @Nullable JsonNode from, @Nullable JsonNode to) {
    var differences = new Differences();
    differences.compare(pointer, from, to);
    return List.copyOf(differences.found);
  }

  /**
   * What an event changed in the content of the object it belongs to.
   *
   * @param before the configuration right before the event
   * @param after the configuration with the event
   */
  public static List<Difference> of(GatewayEvent event, GatewayImage before, GatewayImage after) {
    return switch (event) {
      case UpstreamEvent of ->
          between(
              Content.of(before.upstreams().get(of.id())),
              Content.of(after.upstreams().get(of.id())));
      case ServiceEvent of ->
          ofService(before.services().get(of.id()), after.services().get(of.id()));
      case ReleaseEvent of ->
          ofService(before.services().get(of.serviceId()), after.services().get(of.serviceId()));
      case ApiEvent of ->
          between(
              Content.of(before.api(of.serviceId(), of.id())),
              Content.of(after.api(of.serviceId(), of.id())));
      case VpcEvent of ->
          between(Content.of(before.vpcs().get(of.id())), Content.of(after.vpcs().get(of.id())));
      case NetworkEvent of -> between(Content.of(before, of), Content.of(after, of));
      case InstanceEvent of ->
          between(
              Content.of(before.instances().get(of.id())),
              Content.of(after.instances().get(of.id())));
      case DomainEvent of ->
          between(
              Content.of(before.domains().get(of.domain())),
              Content.of(after.domains().get(of.domain())));
      case LedgerKeyEvent of ->
          between(
              Content.of(before.ledgerKeys().get(of.id())),
              Content.of(after.ledgerKeys().get(of.id())));
      case KeyEvent of ->
          between(Content.of(before.keys().get(of.id())), Content.of(after.keys().get(of.id())));
    };
  }

  /** What two services do not have in common; what one release says of both costs nothing. */
  static List<Difference> ofService(@Nullable Service before, @Nullable Service after) {
    return between(Content.of(before, after), Content.of(after, before));
  }

  private void compare(String pointer, @Nullable JsonNode from, @Nullable JsonNode to) {
    if (from instanceof ObjectNode was && to instanceof ObjectNode is) {
      members(pointer, was, is);
    } else if (from instanceof ArrayNode was
        && to instanceof ArrayNode is
        && NamedElements.in(was) != null
        && NamedElements.in(is) != null) {
      elements(pointer, NamedElements.of(was), NamedElements.of(is));
    } else if (from == null ? to != null : !from.equals(to)) {
      found.add(new Difference(pointer, from, to));
    }
  }

  private void members(String pointer, ObjectNode from, ObjectNode to) {
    from.properties()
        .forEach(
            member ->
                compare(
                    pointer + "/" + escaped(member.getKey()),
                    member.getValue(),
                    to.get(member.getKey())));
    to.properties()
        .forEach(
            member -> {
              if (!from.has(member.getKey())) {
                compare(pointer + "/" + escaped(member.getKey()), null, member.getValue());
              }
            });
  }

  /** Those that go, change and come; and the order, if it is another than that makes. */
  private void elements(String pointer, Map<String, JsonNode> from, Map<String, JsonNode> to) {
    Map<String, JsonNode> made = new LinkedHashMap<>(from);
    made.keySet().retainAll(to.keySet());
    from.forEach((name, element) -> compare(pointer + "/" + escaped(name), element, to.get(name)));
    to.forEach(
        (name, element) -> {
          if (!from.containsKey(name)) {
            made.put(name, element);
            compare(pointer + "/" + escaped(name), null, element);
          }
        });
    List<String> order = List.copyOf(to.keySet());
    if (!List.copyOf(made.keySet()).equals(order)) {
      found.add(new Difference(pointer, texts(from.keySet()), texts(order)));
    }
  }

  static ArrayNode texts(Collection<String> names) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode(names.size());
    names.forEach(texts::add);
    return texts;
  }

  /** A name as a token of a pointer. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
