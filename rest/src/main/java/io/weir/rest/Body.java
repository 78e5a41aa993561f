package io.weir.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.log.Hash;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The JSON object a request carries; use it as the entity parameter of a resource method. Immutable
 * by convention.
 */
public final class Body {
  /** Many times what 200 nodes and the longest texts need. */
  public static final int MAX_BYTES = 1 << 20;

  /** The media type of a JSON Merge Patch (RFC 7396). */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source:[^;]*; line: (\\d+), column: (\\d+)]");

  private final ObjectNode object;
  private final Hash hash;

  private Body(ObjectNode object, Hash hash) {
    this.object = object;
    this.hash = hash;
  }

  /**
   * Parses the bytes of a body.
   *
   * @throws ProblemException 400 MALFORMED_JSON with line and column, 400 VALIDATION_FAILED if the
   *     JSON is no object, 413 BODY_TOO_LARGE
   */
  public static Body parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw tooLarge();
    }
    if (tree(bytes) instanceof ObjectNode object) {
      return new Body(object, Hash.of(bytes));
    }
    throw ProblemException.invalid(List.of(Violation.field("", "must be a JSON object")));
  }

  /** 413: the body has more than {@link #MAX_BYTES} bytes. */
  public static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(ProblemCode.BODY_TOO_LARGE, "the body has more than " + MAX_BYTES + " bytes"));
  }

  /**
   * What {@code reader} makes of the object.
   *
   * @throws ProblemException 400 VALIDATION_FAILED with every violation
   */
  public <T> T read(Function<Fields, T> reader) {
    return Fields.read(object, reader);
  }

  /** The object as a change to another one. */
  public MergePatch mergePatch() {
    return new MergePatch(object);
  }

  /** The hash of the bytes that came. */
  public Hash hash() {
    return hash;
  }

  private static JsonNode tree(byte[] bytes) {
    try (JsonParser parser = STRICT.createParser(bytes)) {
      JsonNode node = STRICT.readTree(parser);
      if (node == null) {
        throw malformed("The body is empty where a JSON object is expected");
      }
      if (parser.nextToken() != null) {
        throw malformed("Something follows the JSON value" + place(parser.currentTokenLocation()));
      }
      return node;
    } catch (JsonProcessingException e) {
      String message = SOURCE.matcher(e.getOriginalMessage()).replaceAll("line $1, column $2");
      throw malformed(message + place(e.getLocation()));
    } catch (IOException e) {
      throw malformed("The body is not UTF-8: " + e.getMessage());
    }
  }

  private static String place(JsonLocation at) {
    return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(Problem.of(ProblemCode.MALFORMED_JSON, detail));
  }
}
