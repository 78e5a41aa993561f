package io.weir.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.log.Hash;
import io.weir.ledger.command.MergePatch;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object a request carries; use it as the entity parameter of a resource method. Immutable
 * by convention.
 */
public final class Body {
  /** Many times what the most nodes and the longest texts need. */
  public static final int MAX_BYTES = 1 << 20;

  /** The media type of a JSON Merge Patch (RFC 7396). */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern DUPLICATE =
      Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

  private final ObjectNode object;
  private final Hash hash;

  private Body(ObjectNode object, Hash hash) {
    this.object = object;
    this.hash = hash;
  }

  /**
   * Parses the bytes of a body.
   *
   * @throws ProblemException 400 MALFORMED_JSON with line and column, or with the parser's limit
   *     that it breaks, 400 VALIDATION_FAILED if the JSON is no object, 413 BODY_TOO_LARGE
   */
  public static Body parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw tooLarge();
    }
    if (tree(bytes) instanceof ObjectNode object) {
      return new Body(object, Hash.of(bytes));
    }
    throw new InvalidContentException(List.of(Violation.field("", "must be a JSON object")));
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

  /** The object itself. */
  public ObjectNode object() {
    return object;
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
      throw malformed(told(e) + place(e.getLocation()));
    } catch (IOException e) {
      throw malformed("The body is not UTF-8");
    }
  }

  /** In words that do not depend on the parser. */
  private static String told(JsonProcessingException e) {
    return switch (e) {
      case StreamConstraintsException tooMuch ->
          "The JSON is nested too deeply, or a number or name in it is too long";
      case JsonEOFException end -> "The body ends where its JSON goes on";
      default -> {
        Matcher twice = DUPLICATE.matcher(e.getOriginalMessage());
        yield twice.matches()
            ? "The field " + twice.group(1) + " is given twice"
            : "The body is not JSON (RFC 8259)";
      }
    };
  }

  /** Empty if the parser does not say: what breaks one of its limits has no place. */
  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(Problem.of(ProblemCode.MALFORMED_JSON, detail));
  }
}
