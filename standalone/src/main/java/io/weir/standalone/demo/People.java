package io.weir.standalone.demo;

import io.weir.standalone.home.ComplaintException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Who does what in the tour: two operators, an auditor and somebody who may look, each with a key
 * of his own; the tour itself where management asks nobody.
 */
final class People {
  private static final String KEYS = "/v1/keys";

  private final Story story;
  private final String admin;
  private String key = "";
  private String ada = "";
  private String grace = "";
  private String alan = "";

  /**
   * @param admin the key of an administrator, empty where management asks nobody
   */
  People(Story story, String admin) {
    this.story = story;
    this.admin = admin;
  }

  /** Shows that nobody is answered whom management does not know, and makes them known. */
  void introduce() throws IOException, InterruptedException, ComplaintException {
    if (admin.isEmpty()) {
      story.step("Management asks nobody who he is (--auth none), so all of this is nobody's");
      return;
    }
    story.step("Nobody is answered without a key");
    Answer unknown = story.call("POST", "/v1/vpcs", "{\"name\": \"demo_nobody_{tour}\"}");
    story.check(unknown.status() == 401, "refused: %s", unknown.text("detail"));

    story.step(
        "The administrator makes keys, for a day: for two operators, an auditor, and to look only");
    story.as(admin);
    story.name(
        "tomorrow",
        Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    ada = make("ada", "OPERATOR");
    grace = make("grace", "OPERATOR");
    alan = make("alan", "AUDITOR");
    String victor = make("victor", "VIEWER");

    story.step("Who may look changes nothing");
    story.as(victor);
    Answer refused = story.call("POST", "/v1/vpcs", "{\"name\": \"demo_victor_{tour}\"}");
    story.check(
        refused.status() == 403 && refused.text("code").equals("FORBIDDEN"),
        "refused: %s",
        refused.text("detail"));
  }

  private String make(String name, String role)
      throws IOException, InterruptedException, ComplaintException {
    return story
        .succeed(
            "POST",
            KEYS,
            "{\"name\": \"demo_%s_{tour}\", \"role\": \"%s\", \"expiresAt\": \"{tomorrow}\"}"
                .formatted(name, role))
        .text("key");
  }

  /** From now on the first operator acts. */
  void first() {
    act(ada);
  }

  /** From now on the second operator acts. */
  void second() {
    act(grace);
  }

  /** From now on the auditor asks. */
  void audit() {
    act(alan);
  }

  /** Whether management knows who acts. */
  boolean knowsPeople() {
    return !admin.isEmpty();
  }

  /** What events call those who acted last, the newest first. */
  List<String> lastTwo() {
    return knowsPeople()
        ? List.of(newest(), story.resolve("demo_ada_{tour}"))
        : List.of(Answer.ACTOR, Answer.ACTOR);
  }

  private void act(String as) {
    key = as;
    story.as(as);
  }

  /** What events call the second operator, or whoever acts where nobody is asked. */
  String newest() {
    return admin.isEmpty() ? Answer.ACTOR : story.resolve("demo_grace_{tour}");
  }

  /** Reads, as whoever acts, without a word of it. */
  Answer get(URI address) throws IOException, InterruptedException {
    return Answer.to("GET", address, address.getAuthority(), key, "");
  }

  /** What curl is told besides, to be answered. */
  String header(Path adminKey) {
    return admin.isEmpty() ? "" : " -H \"Authorization: Bearer $(cat %s)\"".formatted(adminKey);
  }
}
