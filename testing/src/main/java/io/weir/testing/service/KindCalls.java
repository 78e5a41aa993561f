package io.weir.testing.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.testing.service.RestClient.Answer;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A kind of object as its contract speaks to it: what differs from kind to kind, and the calls. */
public abstract class KindCalls {
  private RestClient rest = new RestClient(URI.create("http://localhost"));

  @BeforeEach
  void connect() {
    rest = new RestClient(service());
  }

  /** Where the service listens. */
  protected abstract URI service();

  /** The path that objects of this kind are created at. */
  protected abstract String collection();

  /** Content of a new object, with a name that nobody has. */
  protected abstract ObjectNode content();

  /**
   * Makes something use the object.
   *
   * @return the ids that say so when it is to be deleted; empty if nothing can use such an object
   */
  protected abstract List<String> use(String id);

  /** The field that names one object of the kind alone. */
  protected String unique() {
    return "name";
  }

  /** The rule about {@link #unique}. */
  protected String takenCode() {
    return "NAME_TAKEN";
  }

  /** The field of answers that names the object in paths. */
  protected String key() {
    return "id";
  }

  /** A field that may be left out, and a value that is not its default. */
  protected ObjectNode optional() {
    return object().put("description", "as somebody wanted it");
  }

  /** A JSON object to fill. */
  protected static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  /** A name that nobody has. */
  protected static String freeName() {
    return "n" + UUID.randomUUID().toString().replace('-', '_');
  }

  /** Sends a request to the service. */
  protected final Answer send(
      String method, String path, @Nullable JsonNode body, String... headers) {
    return rest.send(method, path, body, headers);
  }

  /** Creates an object and returns the answer. */
  protected final Answer created(String path, ObjectNode content) {
    Answer answer = send("POST", path, content);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer;
  }

  final String create() {
    return created(collection(), content()).header("Location");
  }

  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  final Answer read(String path) {
    Answer answer = send("GET", path, null);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer;
  }

  final ObjectNode contentAt(String path) {
    return (ObjectNode) read(path).body();
  }

  final String optionalField() {
    return optional().fieldNames().next();
  }

  final void assertUntouched(Answer before, String path) {
    Answer now = read(path);
    assertThat(now.body()).isEqualTo(before.body());
    assertThat(now.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(now.header("Weir-Position")).isEqualTo(before.header("Weir-Position"));
  }
}
