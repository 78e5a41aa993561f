package io.weir.rest.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.ledger.command.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a replacement took away without saying so: fields that an older client does not know, and
 * does not send. Objects in arrays have no identity to compare them by, and are left out.
 */
public final class FieldsReset {
  private final List<String> pointers = new ArrayList<>();

  private FieldsReset() {}

  /** The warning about every field whose value went to its default because the body left it out. */
  public static Optional<Warning> between(ObjectNode before, ObjectNode after, ObjectNode body) {
    var reset = new FieldsReset();
    reset.compare("", before, after, body);
    return reset.pointers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "FIELDS_RESET",
                "the body left out what had been set, which is now as if it never was: "
                    + String.join(", ", reset.pointers),
                reset.pointers));
  }

  private void compare(String place, ObjectNode before, ObjectNode after, ObjectNode body) {
    for (var field : before.properties()) {
      String name = field.getKey();
      String pointer = place + "/" + name;
      JsonNode told = body.get(name);
      JsonNode now = after.get(name);
      if (told == null) {
        if (!field.getValue().equals(now)) {
          pointers.add(pointer);
        }
      } else if (told instanceof ObjectNode inBody
          && field.getValue() instanceof ObjectNode was
          && now instanceof ObjectNode is) {
        compare(pointer, was, is, inBody);
      }
    }
  }
}
