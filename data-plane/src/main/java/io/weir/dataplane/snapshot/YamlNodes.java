package io.weir.dataplane.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of an upstream: each is {@code host:port}, or a mapping with address, port and, if it
 * is not 1, weight.
 */
final class YamlNodes {
  private YamlNodes() {}

  static @Nullable Nodes read(YamlValue list) {
    int before = list.complaints();
    ArrayNode nodes = Json.MAPPER.createArrayNode();
    for (YamlValue item : list.items()) {
      int complaints = list.complaints();
      ObjectNode node = item.isMapping() ? mapping(item) : authority(item);
      if (list.complaints() == complaints) {
        YamlRecords.read(item, node, Node.class);
      }
      nodes.add(node);
    }
    return list.complaints() > before ? null : YamlRecords.read(list, nodes, Nodes.class);
  }

  private static ObjectNode mapping(YamlValue item) {
    YamlRecords.checkFields(item, YamlRecords.fields(Node.class));
    return Json.MAPPER.createObjectNode().put("weight", 1).setAll((ObjectNode) item.json());
  }

  private static ObjectNode authority(YamlValue item) {
    ObjectNode node = Json.MAPPER.createObjectNode().put("weight", 1);
    String text = item.text();
    if (text == null) {
      return node;
    }
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, Math.max(colon, 0));
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    node.put("address", brackets ? host.substring(1, host.length() - 1) : host);
    try {
      node.put("port", Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      colon = -1;
    }
    if (colon < 0) {
      item.violates("must be host:port, or a mapping with address, port and weight");
    }
    return node;
  }
}
