package io.weir.testing.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.testing.service.RestClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every kind of object that a management service has, whatever it is. */
public abstract class KindContract extends KindCalls {
  private static final String STALE = "\"4711\"";

  @Test
  void aNewObjectIsWhereItsLocationSaysWithItsTagAndPosition() {
    ObjectNode content = content();
    Answer created = created(collection(), content);
    String path = created.header("Location");

    assertThat(path).isEqualTo(collection() + "/" + created.text(key()));
    assertThat(created.header("Weir-Position")).isEqualTo(created.text("position"));
    assertThat(created.header("ETag")).matches("\"" + created.text("version") + "(\\.\\w{8})?\"");
    Answer read = read(path);
    assertThat(read.text("position")).isEqualTo(created.text("position"));
    content.properties().forEach(field -> assertThat(read.body().has(field.getKey())).isTrue());
  }

  @Test
  void aTrailingSlashDoesNotMatter() {
    String path = send("POST", collection() + "/", content()).header("Location");

    assertThat(path).doesNotContain("//");
    assertThat(read(path + "/").body()).isEqualTo(read(path).body());
  }

  @Test
  void whatOneHasNobodyElseGets() {
    ObjectNode content = content();
    String holder = created(collection(), content).text(key());
    ObjectNode second = content();
    second.set(unique(), content.get(unique()));

    Answer refused = send("POST", collection(), second);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo(takenCode());
    assertThat(refused.errors("pointer")).contains("/" + unique());
    assertThat(refused.header("Weir-Position")).isNotEmpty();
    if (!unique().equals(key())) {
      assertThat(refused.body().get("related")).extracting(JsonNode::asText).contains(holder);
      String other = create();
      JsonNode taken = object().set(unique(), content.get(unique()));
      Answer stale = send("PATCH", other, taken, "If-Match", STALE);
      assertThat(stale.status()).isEqualTo(412);
      assertThat(stale.errors("code")).contains("PRECONDITION_FAILED", takenCode());
    }
  }

  @Test
  void whatDoesNotExistIsNotFoundWhateverElseIsWrong() {
    String gone = create();
    assertThat(send("DELETE", gone, null).status()).isEqualTo(204);
    ObjectNode wrong = object().put("colour", "red");

    for (String path : List.of(gone, collection() + "/no-such-thing")) {
      for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
        Answer refused =
            send(
                method,
                path,
                method.startsWith("P") ? wrong : null,
                "GET".equals(method) ? "If-None-Match" : "If-Match",
                STALE);
        assertThat(refused.status()).as(method + " " + path).isEqualTo(404);
        assertThat(refused.text("code")).isEqualTo("NOT_FOUND");
        assertThat(refused.text("detail")).contains(last(path));
      }
    }
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    ObjectNode wrong = object().put("colour", "red");
    wrong.put(optionalField(), 7.5);
    Answer refused = send("POST", collection(), wrong);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors("pointer")).contains("/colour", "/" + optionalField());

    String path = create();
    Answer before = read(path);
    wrong.put(key(), "another");
    for (String method : List.of("PUT", "PATCH")) {
      refused = send(method, path, wrong, "If-Match", STALE);
      assertThat(refused.status()).isEqualTo(412);
      assertThat(refused.errors("code")).contains("PRECONDITION_FAILED");
      assertThat(refused.errors("pointer")).contains("/colour", "/" + optionalField(), "/" + key());
      assertThat(send(method, path, wrong).status()).isEqualTo(400);
    }
    assertUntouched(before, path);
  }

  @Test
  void whatWasReadIsAcceptedAndIsNoEvent() {
    String path = create();
    Answer before = read(path);

    for (String method : List.of("PUT", "PATCH")) {
      Answer same = send(method, path, before.body(), "If-Match", before.header("ETag"));
      assertThat(same.status()).as(same.response().body()).isEqualTo(200);
      assertThat(same.header("Weir-Position")).isEqualTo(before.header("Weir-Position"));
    }
    assertThat(send("PATCH", path, object()).status()).isEqualTo(200);
    assertUntouched(before, path);
  }

  @Test
  void aChangeIsTheNextVersion() {
    String path = create();
    long version = read(path).body().get("version").asLong();

    Answer patched = send("PATCH", path, optional());
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.body().get("version").asLong()).isEqualTo(version + 1);
    assertThat(patched.body().get(optionalField())).isEqualTo(optional().get(optionalField()));
    ObjectNode without = contentAt(path);
    without.remove(optionalField());
    Answer replaced = send("PUT", path, without);
    assertThat(replaced.body().get("version").asLong()).isEqualTo(version + 2);
    assertThat(read(path).body().get("version").asLong()).isEqualTo(version + 2);
  }

  @Test
  void aReplacementThatResetsWhatItLeavesOutWarnsOfIt() {
    ObjectNode content = content();
    content.setAll(optional());
    String path = created(collection(), content).header("Location");
    ObjectNode without = contentAt(path);

    assertThat(send("PUT", path, without).body().findValuesAsText("code"))
        .doesNotContain("FIELDS_RESET");
    without.remove(optionalField());
    JsonNode warnings = send("PUT", path, without).body().path("warnings");

    assertThat(warnings.findValuesAsText("code")).contains("FIELDS_RESET");
    assertThat(warnings.findValue("pointers"))
        .extracting(JsonNode::asText)
        .containsExactly("/" + optionalField());
    assertThat(send("PUT", path, without).body().findValuesAsText("code"))
        .doesNotContain("FIELDS_RESET");
  }

  @Test
  void aStaleTagChangesNothingAndTheRightOneLetsThrough() {
    ObjectNode another = content();
    String path = create();
    Answer before = read(path);
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      JsonNode body = method.equals("DELETE") ? null : before.body();
      assertThat(send(method, path, body, "If-Match", STALE).status()).isEqualTo(412);
      assertThat(send(method, path, body, "If-None-Match", "*").status()).isEqualTo(412);
      String tag = before.header("ETag");
      assertThat(send(method, path, body, "If-None-Match", tag).status()).isEqualTo(412);
      for (String blank : List.of("", " ", ",")) {
        for (String header : List.of("If-Match", "If-None-Match")) {
          Answer refused = send(method, path, body, header, blank);
          assertThat(refused.status()).as(method + " " + header).isEqualTo(400);
          assertThat(refused.errors("header")).containsExactly(header);
        }
      }
    }
    assertThat(send("POST", collection(), another, "If-None-Match", "*").status()).isEqualTo(412);
    assertUntouched(before, path);

    String version = "\"" + before.text("version") + "\"";
    assertThat(send("PATCH", path, optional(), "If-Match", version).status()).isEqualTo(200);
    assertThat(send("DELETE", path, null, "If-Match", version).status()).isEqualTo(412);
    String now = STALE + ",, " + read(path).header("ETag") + ",";
    assertThat(send("DELETE", path, null, "If-Match", now).status()).isEqualTo(204);
  }

  @Test
  void aReadIsNotModifiedAsLongAsItsAnswerIsTheSame() {
    String path = create();
    Answer before = read(path);
    String tag = before.header("ETag");

    Answer same = send("GET", path, null, "If-None-Match", "\"0\", W/" + tag);
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(send("GET", path, null, "If-None-Match", STALE).status()).isEqualTo(200);
    assertThat(send("GET", path, null, "If-None-Match", "").status()).isEqualTo(400);

    use(last(path));
    Answer after = send("GET", path, null, "If-None-Match", tag);
    assertThat(after.status()).isEqualTo(read(path).body().equals(before.body()) ? 304 : 200);
  }

  @Test
  void whatIsInUseStaysAndItsUsersAreNamed() {
    String path = create();
    List<String> users = use(last(path));
    if (users.isEmpty()) {
      return;
    }
    Answer before = read(path);

    Answer refused = send("DELETE", path, null, "If-Match", STALE);

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.errors("code")).contains("PRECONDITION_FAILED", "IN_USE");
    refused = send("DELETE", path, null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("IN_USE");
    assertThat(refused.body().get("related"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(users);
    assertUntouched(before, path);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerAndDoesNothing() {
    ObjectNode content = content();
    String key = UUID.randomUUID().toString();
    Answer first = send("POST", collection(), content, "Idempotency-Key", key);

    for (String spelling : List.of(collection(), collection() + "/")) {
      Answer again = send("POST", spelling, content, "Idempotency-Key", key);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.response().body()).isEqualTo(first.response().body());
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }
    Answer other = send("POST", collection(), content(), "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void whoAsksAndWhyAndForTheWhichTimeIsSaidOnce() {
    for (String header : List.of("Weir-Actor", "Weir-Reason", "Idempotency-Key")) {
      String[] twice = {header, "one of two", header, "two of two"};
      Answer refused = send("POST", collection(), content(), twice);
      assertThat(refused.status()).as(header).isEqualTo(400);
      assertThat(refused.errors("header")).contains(header);
    }
  }

  @Test
  void methodsAreThoseThatOptionsTells() {
    String path = create();

    assertThat(send("HEAD", path, null).header("ETag")).isEqualTo(read(path).header("ETag"));
    assertThat(send("OPTIONS", path, null).header("Allow"))
        .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
    Answer refused = send("POST", path, content());
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
    assertThat(send("OPTIONS", collection(), null).header("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void whatIsTriedIsDecidedAsItWouldBeAndRecordedNowhere() {
    ObjectNode another = content();
    String path = create();
    Answer before = read(path);
    String key = UUID.randomUUID().toString();

    Answer creation = tried("POST", collection(), another, "Idempotency-Key", key);
    assertThat(types(creation))
        .hasSize(1)
        .allMatch(type -> type.matches(".*\\.(created|bound)\\..*"));
    assertThat(creation.body().get("changes")).isNotEmpty();
    Answer change = tried("PATCH", path, optional());
    assertThat(change.body().at("/events/0/subject").textValue()).isEqualTo(last(path));
    assertThat(change.body().get("changes"))
        .extracting(one -> one.get("pointer").asText())
        .containsExactly("/" + optionalField());
    assertThat(types(tried("PUT", path, before.body()))).isEmpty();
    assertThat(types(tried("DELETE", path, null))).hasSize(1);
    assertUntouched(before, path);

    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      JsonNode body = method.equals("DELETE") ? null : object().put("colour", "red");
      assertRefusedAlike(method, path, body, "If-Match", STALE);
    }
    assertRefusedAlike("PATCH", path, object().put("colour", "red"));
    assertRefusedAlike("POST", collection(), object().put("colour", "red"));
    assertRefusedAlike("POST", collection(), before.body().deepCopy());
    assertRefusedAlike("DELETE", collection() + "/nothing", null);
    Answer unclear = send("DELETE", path + "?dry_run=perhaps", null);
    assertThat(unclear.status()).isEqualTo(400);
    assertThat(unclear.errors("parameter")).containsExactly("dry_run");
    assertUntouched(before, path);

    Answer done = send("POST", collection(), another, "Idempotency-Key", key);
    assertThat(done.status()).as("the key is free").isEqualTo(201);
    assertThat(send("DELETE", path + "?dry_run=false", null).status()).isEqualTo(204);
  }

  private Answer tried(String method, String path, @Nullable JsonNode body, String... headers) {
    Answer answer = send(method, path + "?dry_run=true", body, headers);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.header("Weir-Position")).isEqualTo(answer.text("position"));
    assertThat(answer.body().get("effects").isArray()).isTrue();
    return answer;
  }

  private static List<String> types(Answer tried) {
    List<String> types = new ArrayList<>();
    tried.body().get("events").forEach(event -> types.add(event.get("type").textValue()));
    return types;
  }

  private void assertRefusedAlike(
      String method, String path, @Nullable JsonNode body, String... headers) {
    Answer tried = send(method, path + "?dry_run=true", body, headers);
    Answer refused = send(method, path, body, headers);
    assertThat(refused.status()).isGreaterThanOrEqualTo(400);
    assertThat(tried.status()).isEqualTo(refused.status());
    for (String field : List.of("code", "detail", "errors", "related")) {
      assertThat(tried.body().get(field)).as(field).isEqualTo(refused.body().get(field));
    }
  }
}
