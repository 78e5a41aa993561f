package io.weir.contracts.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import io.weir.contracts.value.InvalidValueException;

/** What is wrong with a JSON text, in the words of the value that refused it. */
final class Fault {
  private Fault() {}

  /** {@code pointer: problem}, or the problem alone if it is with the whole text. */
  static String of(JsonProcessingException e) {
    String problem = problem(e);
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return problem;
    }
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName());
      }
    }
    return pointer + ": " + problem;
  }

  private static String problem(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValueException) {
        return String.valueOf(cause.getMessage());
      }
    }
    if (e instanceof InvalidNullException) {
      return "is null";
    }
    String message = e.getOriginalMessage();
    return message.startsWith("Missing required creator property") ? "is missing" : message;
  }
}
