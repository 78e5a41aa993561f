package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.ConsoleCookie;
import io.weir.dataplane.support.Passage;
import io.weir.dataplane.support.Passage.Version;
import io.weir.dataplane.support.TestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The console's cookies go to no node and come from none, and all others do. */
class CookiesTest {
  private static final String CONSOLES = ConsoleCookie.NAME + "=9f-A_z~";

  /** What is sent, and what a node of HTTP/1 is sent of it; null for no field at all. */
  private record Case(@Nullable String arrives, String... fields) {}

  private static List<Case> cases() {
    String quoted = ConsoleCookie.NAME + "=\"9f\"";
    String similar =
        "xweir_session=1; weir_session2=2; Weir_Session=3; a=weir_session=4; weir-session=5";
    return List.of(
        new Case(null, CONSOLES),
        new Case("a=1; b=2", CONSOLES + "; a=1; b=2"),
        new Case("a=1; b=2", "a=1; " + CONSOLES + "; b=2"),
        new Case("a=1; b=2", "a=1; b=2; " + CONSOLES),
        new Case("a=1", CONSOLES + "; a=1; " + CONSOLES),
        new Case(null, CONSOLES + ";" + CONSOLES),
        new Case("a=1;b=2", "a=1;b=2"),
        new Case("a=1; b=2", "a=1;" + CONSOLES + ";b=2"),
        new Case(similar, similar),
        new Case(similar, similar + "; " + CONSOLES),
        new Case("a=\"1\"", quoted + "; a=\"1\""),
        new Case("a=\"1", "a=\"1; " + CONSOLES),
        new Case("a=1", "a=1; " + ConsoleCookie.NAME + " = x"),
        new Case("a=1", "a=1; " + ConsoleCookie.NAME + "="),
        new Case("a=1", "q_auth_weir-code_3f2a=1; a=1; q_session_weir-code=2"),
        new Case(null, "q_session_weir-code_chunk_1=1; q_session_at_weir-code=2"),
        new Case("q_session=1; q_auth_3f2a=2", "q_session=1; q_auth_3f2a=2; " + CONSOLES),
        new Case("a=1;b=weir", "a=1;b=weir"));
  }

  private static final List<Case> IN_TWO_FIELDS =
      List.of(
          new Case("a=1", CONSOLES, "a=1"),
          new Case("a=1", "a=1", CONSOLES),
          new Case(null, CONSOLES, CONSOLES));

  private static Stream<Arguments> everywhere() {
    List<Arguments> all = new ArrayList<>();
    for (Case one : Stream.concat(cases().stream(), IN_TWO_FIELDS.stream()).toList()) {
      for (Version client : Version.values()) {
        for (Version node : Version.values()) {
          all.add(Arguments.of(client, node, one));
        }
      }
    }
    return all.stream();
  }

  private static @Nullable String arriving(Version client, Version node, String... cookies)
      throws Exception {
    List<String> fields = new ArrayList<>(List.of("x-first", "1"));
    for (String cookie : cookies) {
      fields.addAll(List.of("cookie", cookie));
    }
    fields.addAll(List.of("x-last", "2"));
    Passage passage = new Passage(client, node, fields.toArray(String[]::new));
    var arrived = passage.get(TestOptions.usual()).request();
    assertThat(arrived).containsEntry("x-first", "1").containsEntry("x-last", "2");
    return arrived.get("cookie");
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void theConsolesCookieIsTakenOutAndTheOthersStay(Version client, Version node, Case one)
      throws Exception {
    assertThat(arriving(client, node, one.fields())).isEqualTo(one.arrives());
  }

  @Test
  void fieldsStayFieldsWhereOthersAreInBoth() throws Exception {
    String[] sent = {"a=1; " + CONSOLES, CONSOLES + "; b=2", "c=3"};
    // an observer that joins what came in several fields does so by a comma
    assertThat(arriving(Version.HTTP_1, Version.HTTP_1, sent)).isEqualTo("a=1, b=2, c=3");
    assertThat(arriving(Version.HTTP_2, Version.HTTP_1, sent)).isEqualTo("a=1; b=2; c=3");
  }

  @Test
  void whatConnectionNamesEndsHereWithIt() throws Exception {
    Passage passage =
        new Passage(
            Version.HTTP_1, Version.HTTP_1, "connection", "cookie", "cookie", "a=1; " + CONSOLES);
    assertThat(passage.get(TestOptions.usual()).request()).doesNotContainKey("cookie");
  }

  private static final List<String> SET_BY_NO_NODE =
      List.of(
          CONSOLES,
          CONSOLES + "; Path=/; HttpOnly",
          ConsoleCookie.NAME + " = x; Domain=example.com",
          ConsoleCookie.NAME + "=; Max-Age=0",
          ConsoleCookie.NAME,
          "=" + CONSOLES,
          "= =" + CONSOLES + "; Path=/",
          "q_auth_weir-code_3f2a=1; Path=/login/oidc",
          "q_session_weir-code=1");

  private static final List<String> SET =
      List.of(
          "a=1",
          "a=" + CONSOLES + "; Path=/",
          "a=1; Path=/" + ConsoleCookie.NAME + "=x",
          "Weir_Session=1",
          "weir_session2=1",
          "q_session=weir-code",
          "weir-code=1");

  private static Stream<Arguments> answers() {
    return Stream.of(Version.values())
        .flatMap(client -> Stream.of(Version.values()).map(node -> Arguments.of(client, node)));
  }

  private static @Nullable String answered(Version client, Version node, String... cookies)
      throws Exception {
    List<String> fields = new ArrayList<>(List.of("x-first", "1"));
    for (String cookie : cookies) {
      fields.addAll(List.of("set-cookie", cookie));
    }
    fields.addAll(List.of("x-last", "2"));
    var answer = new Passage(client, node).get(TestOptions.usual(), fields.toArray(String[]::new));
    assertThat(answer.response()).containsEntry("x-first", "1").containsEntry("x-last", "2");
    return answer.response().get("set-cookie");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void noNodeSetsACookieOfTheConsole(Version client, Version node) throws Exception {
    assertThat(answered(client, node, SET_BY_NO_NODE.toArray(String[]::new))).isNull();
    for (String cookie : SET) {
      assertThat(answered(client, node, CONSOLES, cookie, CONSOLES)).isEqualTo(cookie);
    }
  }

  @Test
  void thePageNamesTheCookie() throws IOException {
    assertThat(Files.readString(Path.of("../docs/forwarding.md")))
        .contains("`" + ConsoleCookie.NAME + "`", ConsoleCookie.LOGIN);
  }
}
