package io.weir.projector.view;

import io.weir.contracts.event.GatewayEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * Every field that a document in a table can have. Documents are made of the values that events
 * bring, so it is the fields of all events: a build that knows one more shows it for objects that
 * have not changed since only if it writes their documents anew.
 */
final class DocumentShape {
  private final StringBuilder fields = new StringBuilder();
  private final Set<Type> seen = new HashSet<>();

  private DocumentShape() {}

  /** One line a field: its record, its name, its type. */
  static String text() {
    DocumentShape shape = new DocumentShape();
    shape.add(GatewayEvent.class);
    return shape.fields.toString();
  }

  private void add(Type type) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        add(argument);
      }
    } else if (type instanceof Class<?> plain && plain.isSealed()) {
      for (Class<?> kind : plain.getPermittedSubclasses()) {
        add(kind);
      }
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      for (RecordComponent field : plain.getRecordComponents()) {
        Type of = field.getGenericType();
        fields
            .append(plain.getName())
            .append(' ')
            .append(field.getName())
            .append(' ')
            .append(of.getTypeName())
            .append('\n');
        add(of);
      }
    }
  }
}
