package io.weir.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import io.weir.ledger.Answer;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Supplier;

/** What successful requests are answered with. */
public final class Answers {
  /**
   * Names the last event the answer knows of; give it as {@code min_position} to read no less
   * elsewhere.
   */
  public static final String POSITION = "Weir-Position";

  private Answers() {}

  /** 201 with the new object, its entity tag and its location. */
  public static Answer created(String location, Object representation, String tag) {
    return new Answer(201, json(representation), Map.of("ETag", tag, "Location", location));
  }

  /** The same, of an object that is large: its representation is made once it is recorded. */
  public static Answer created(String location, Supplier<?> representation, String tag) {
    return Answer.late(
        201, () -> json(representation.get()), Map.of("ETag", tag, "Location", location));
  }

  /** 200 with the object as it is after the command, and its entity tag. */
  public static Answer changed(Object representation, String tag) {
    return new Answer(200, json(representation), Map.of("ETag", tag));
  }

  /** 204: the object is gone. */
  public static Answer deleted() {
    return new Answer(204, null, Map.of());
  }

  /** 200 with the object as of {@code position}, or 304 if the client has it already. */
  public static Response read(Object representation, String tag, long position, KnownTags known) {
    var response =
        known.contain(tag)
            ? Response.notModified()
            : Response.ok(json(representation), "application/json");
    return response.header("ETag", tag).header(POSITION, position).build();
  }

  /** 200 with something that has no version of its own, as of {@code position}. */
  public static Response read(Object representation, long position) {
    return Response.ok(json(representation), "application/json").header(POSITION, position).build();
  }

  static Response of(Answer answer, long position, boolean repeated) {
    var response = Response.status(answer.status()).header(POSITION, position);
    String body = answer.body();
    if (body != null) {
      response.type("application/json").entity(body);
    }
    answer.headers().forEach(response::header);
    if (repeated) {
      response.header("Idempotency-Replayed", "true");
    }
    return response.build();
  }

  private static String json(Object representation) {
    try {
      return Json.MAPPER.writeValueAsString(representation);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + representation, e);
    }
  }
}
