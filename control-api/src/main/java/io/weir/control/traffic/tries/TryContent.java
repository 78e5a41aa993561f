package io.weir.control.traffic.tries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.ServiceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that is to be sent: to a host, or to an environment of a service.
 *
 * @param replicaId the replica to send it through, or null for any that serves it
 * @param path with its query
 * @param body null if there is none
 */
record TryContent(
    @Nullable String replicaId,
    @Nullable ServiceId serviceId,
    @Nullable Environment environment,
    @Nullable String host,
    String method,
    String path,
    List<TriedHeader> headers,
    byte @Nullable [] body) {
  private static final int LONGEST_ID = 300;
  private static final int LONGEST_PATH = 4096;
  private static final int MOST_HEADERS = 50;
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int MOST_BODY_BYTES = 64 * 1024;
  private static final Pattern PATH = Pattern.compile("/[!-~&&[^#]]*");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  TryContent {
    headers = List.copyOf(headers);
  }

  /**
   * Reads one.
   *
   * @throws InvalidContentException with every violation, those of fields beside one another too
   */
  static TryContent read(ObjectNode object) {
    List<Violation> wrong = new ArrayList<>();
    together(object, wrong);
    TryContent content = null;
    try {
      content = Fields.read(object, TryContent::one);
    } catch (InvalidContentException e) {
      wrong.addAll(0, e.violations());
    }
    if (content == null || !wrong.isEmpty()) {
      throw new InvalidContentException(wrong);
    }
    return content;
  }

  private static TryContent one(Fields fields) {
    var replica = fields.text("replicaId", TryContent::replica).orNull();
    var service = fields.text("serviceId", ServiceId::new).orNull();
    var environment = fields.text("environment", Environment::of).orNull();
    var host = fields.text("host", text -> new HostHeader(text).value()).orNull();
    var method = fields.text("method", TryContent::method).required();
    var path = fields.text("path", TryContent::path).required();
    var headers =
        fields.list("headers", TriedHeader::read, TryContent::headers).or(List.<TriedHeader>of());
    var text = fields.text("body", TryContent::utf8).orNull();
    var bytes = fields.text("bodyBase64", TryContent::base64).orNull();
    return fields.build(
        () ->
            new TryContent(
                replica.get(),
                service.get(),
                environment.get(),
                host.get(),
                method.get(),
                path.get(),
                headers.get(),
                text.get() == null ? bytes.get() : text.get()));
  }

  /** What is wrong with fields that are right one by one. */
  private static void together(ObjectNode object, List<Violation> wrong) {
    boolean service = object.hasNonNull("serviceId");
    boolean environment = object.hasNonNull("environment");
    if (object.hasNonNull("host")) {
      if (service || environment) {
        wrong.add(
            Violation.field("/host", "cannot be given together with serviceId and environment"));
      }
    } else if (!service && !environment) {
      wrong.add(
          Violation.field("/host", "is required, unless serviceId and environment are given"));
    } else if (!service) {
      wrong.add(Violation.field("/serviceId", "is required with environment"));
    } else if (!environment) {
      wrong.add(Violation.field("/environment", "is required with serviceId"));
    }
    if (object.hasNonNull("body") && object.hasNonNull("bodyBase64")) {
      wrong.add(Violation.field("/bodyBase64", "cannot be given together with body"));
    }
  }

  private static String replica(String text) {
    if (text.isEmpty() || text.length() > LONGEST_ID) {
      throw new InvalidValueException("must be 1 to " + LONGEST_ID + " characters");
    }
    return text;
  }

  private static String method(String text) {
    if (!METHODS.contains(text)) {
      throw new InvalidValueException("must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS");
    }
    return text;
  }

  private static String path(String text) {
    if (text.length() > LONGEST_PATH || !PATH.matcher(text).matches()) {
      throw new InvalidValueException(
          "must start with / and have at most %d visible ASCII characters without #"
              .formatted(LONGEST_PATH));
    }
    return text;
  }

  private static List<TriedHeader> headers(List<TriedHeader> all) {
    if (all.size() > MOST_HEADERS
        || all.stream().mapToInt(TriedHeader::size).sum() > MOST_HEADER_BYTES) {
      throw new InvalidValueException(
          "must be at most %d, of %d bytes together".formatted(MOST_HEADERS, MOST_HEADER_BYTES));
    }
    return all;
  }

  private static byte[] utf8(String text) {
    return limited(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] base64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("must be base64 (RFC 4648, 4)");
    }
    return limited(bytes);
  }

  private static byte[] limited(byte[] bytes) {
    if (bytes.length > MOST_BODY_BYTES) {
      throw new InvalidValueException("must have at most " + MOST_BODY_BYTES + " bytes");
    }
    return bytes;
  }
}
