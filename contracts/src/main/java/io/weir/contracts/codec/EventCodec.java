package io.weir.contracts.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as JSON text and back. Immutable. */
public final class EventCodec {
  /** The codec of this build. */
  public static final EventCodec CURRENT = new EventCodec(Upcasters.ALL);

  /** Of one value among others; none of them is the last thing in its text. */
  private static final ObjectReader VALUES =
      Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Map<String, Upcaster> upcasters = new HashMap<>();

  /**
   * A codec that also reads the retired types the upcasters know.
   *
   * @throws IllegalArgumentException unless every upcaster starts from a retired type, no two from
   *     the same, and all of them lead to a current one
   */
  public EventCodec(List<Upcaster> upcasters) {
    for (Upcaster upcaster : upcasters) {
      if (EventTypes.classOf(upcaster.from()) != null) {
        throw new IllegalArgumentException(upcaster.from() + " is a current type: never upcast");
      }
      if (this.upcasters.putIfAbsent(upcaster.from(), upcaster) != null) {
        throw new IllegalArgumentException("two upcasters start from " + upcaster.from());
      }
    }
    upcasters.forEach(this::requireEnd);
  }

  private void requireEnd(Upcaster first) {
    Set<String> passed = new HashSet<>();
    for (Upcaster step = first; step != null; step = upcasters.get(step.to())) {
      if (EventTypes.classOf(step.to()) != null) {
        return;
      }
      if (!passed.add(step.to())) {
        break;
      }
    }
    throw new IllegalArgumentException(
        "the upcaster from " + first.from() + " leads to no current type");
  }

  /** The types that are read but never written, each with the one it is read as. */
  public Map<String, String> retired() {
    Map<String, String> retired = new TreeMap<>();
    upcasters.keySet().forEach(type -> retired.put(type, current(type)));
    return retired;
  }

  private String current(String type) {
    Upcaster step = upcasters.get(type);
    return step == null ? type : current(step.to());
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
   * @throws UnknownEventException if the type is unknown or the data cannot be read; it names the
   *     field at fault by its JSON pointer
   */
  public GatewayEvent decode(String type, String data) {
    Class<? extends GatewayEvent> known = EventTypes.classOf(type);
    try {
      GatewayEvent event =
          known != null
              ? Json.MAPPER.readValue(data, known)
              : upcast(type, Json.MAPPER.readTree(data));
      if (event == null) {
        throw new UnknownEventException(unreadable(type) + "it is null");
      }
      return event;
    } catch (JsonProcessingException e) {
      throw new UnknownEventException(unreadable(type) + Fault.of(e), e);
    }
  }

  /**
   * The event of a type whose data is the value that a parser is at; it stays at the value's end.
   *
   * @throws UnknownEventException as the others
   * @throws IOException if the text cannot be read or is no JSON
   */
  public GatewayEvent decode(String type, JsonParser data) throws IOException {
    Class<? extends GatewayEvent> known = EventTypes.classOf(type);
    if (known == null) {
      return decode(type, VALUES.readTree(data).toString());
    }
    try {
      GatewayEvent event = VALUES.forType(known).readValue(data);
      if (event == null) {
        throw new UnknownEventException(unreadable(type) + "it is null");
      }
      return event;
    } catch (DatabindException e) {
      throw new UnknownEventException(unreadable(type) + Fault.of(e), e);
    }
  }

  private @Nullable GatewayEvent upcast(String type, JsonNode data) throws JsonProcessingException {
    if (!upcasters.containsKey(type)) {
      throw new UnknownEventException("this version of Weir knows no event type " + type);
    }
    if (!(data instanceof ObjectNode object)) {
      throw new UnknownEventException(unreadable(type) + "it is no JSON object");
    }
    String current = type;
    for (Upcaster step = upcasters.get(type); step != null; step = upcasters.get(current)) {
      object = change(step, object);
      current = step.to();
    }
    return Json.MAPPER.treeToValue(object, EventTypes.classOf(current));
  }

  private static ObjectNode change(Upcaster step, ObjectNode data) {
    try {
      return step.change().apply(data);
    } catch (RuntimeException e) {
      throw new UnknownEventException(
          unreadable(step.from()) + "it cannot become " + step.to() + ": " + e.getMessage(), e);
    }
  }

  private static String unreadable(String type) {
    return "cannot read the data of an event of type " + type + ": ";
  }
}
