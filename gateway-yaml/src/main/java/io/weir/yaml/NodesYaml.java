package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The nodes of an upstream: {@code host:port} is an object, and a weight not written is 1. */
final class NodesYaml {
  /** Host and port (RFC 3986, 3.2): an IPv6 address is in brackets, nothing else is. */
  private static final Pattern AUTHORITY = Pattern.compile("(?:\\[(.*:.*)]|([^:]*)):([^:]*)");

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");

  private NodesYaml() {}

  /** As the REST API writes them. */
  static JsonNode json(JsonNode written) {
    if (!(written instanceof ArrayNode)) {
      return written;
    }
    ArrayNode nodes = Json.MAPPER.createArrayNode();
    written.forEach(node -> nodes.add(node(node)));
    return nodes;
  }

  private static JsonNode node(JsonNode written) {
    if (written instanceof ObjectNode object) {
      ObjectNode node = Json.MAPPER.createObjectNode().setAll(object);
      return object.hasNonNull("weight") ? node : node.put("weight", 1);
    }
    return written.isTextual() ? authority(written.textValue()) : written;
  }

  private static ObjectNode authority(String text) {
    ObjectNode node = Json.MAPPER.createObjectNode().put("weight", 1);
    Matcher parts = AUTHORITY.matcher(text);
    if (!parts.matches()) {
      return node.put("address", text);
    }
    node.put("address", parts.group(1) == null ? parts.group(2) : parts.group(1));
    String port = parts.group(3);
    return NUMBER.matcher(port).matches()
        ? node.put("port", new BigInteger(port))
        : node.put("port", port);
  }
}
