package io.weir.contracts.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events as JSON text and back. Immutable. */
public final class EventCodec {
  /** The codec of this build. */
  public static final EventCodec CURRENT = new EventCodec(List.of());

  private final Map<String, Upcaster> upcasters = new HashMap<>();

  /** A codec that also reads the retired types the upcasters know. */
  public EventCodec(List<Upcaster> upcasters) {
    upcasters.forEach(upcaster -> this.upcasters.put(upcaster.from(), upcaster));
  }

  /** The data of an event, as it is recorded and hashed. */
  public String encode(GatewayEvent event) {
    try {
      return Json.MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + event, e);
    }
  }

  /**
   * The event a record holds.
   *
   * @throws UnknownEventException if its type is unknown or its data cannot be read
   */
  public GatewayEvent decode(Recorded recorded) {
    return decode(recorded.envelope().type(), recorded.data());
  }

  /**
   * The event of a type and its data.
   *
   * @throws UnknownEventException if the type is unknown or the data cannot be read
   */
  public GatewayEvent decode(String type, String data) {
    try {
      Class<? extends GatewayEvent> known = EventTypes.classOf(type);
      if (known != null) {
        return Json.MAPPER.readValue(data, known);
      }
      return upcast(type, data);
    } catch (JsonProcessingException e) {
      throw new UnknownEventException(
          "cannot read the data of an event of type " + type + ": " + e.getOriginalMessage(), e);
    }
  }

  private GatewayEvent upcast(String type, String data) throws JsonProcessingException {
    String current = type;
    JsonNode node = Json.MAPPER.readTree(data);
    Class<? extends GatewayEvent> known = null;
    for (Upcaster step = upcasters.get(current);
        known == null && step != null && node instanceof ObjectNode object;
        step = upcasters.get(current)) {
      node = step.change().apply(object);
      current = step.to();
      known = EventTypes.classOf(current);
    }
    if (known == null) {
      throw new UnknownEventException(
          "no event type " + type + " is known to this version of Weir");
    }
    return Json.MAPPER.treeToValue(node, known);
  }
}
