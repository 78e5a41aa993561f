package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.Method;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of paths on their way from a client through the gateway to a node. */
class PathsTest {
  private static FakeUpstream node;
  private static Gateway gateway;

  @BeforeAll
  static void open() {
    node = FakeUpstream.http();
    node.behave(request -> Reply.text(200, request.method() + " " + request.target()));
    gateway = Gateway.of(node);
    gateway.released(
        gateway.newApi("/pets", "/prefix", null, 5_000),
        gateway.newApi("=/pets/best", "/exact", null, 5_000),
        gateway.newApi("/cats/{id}", "/template/{id}", null, 5_000),
        gateway.newApi("/pets/best/toys", "/longer", null, 5_000),
        gateway.newApi("/slash", "/shop/", null, 5_000),
        gateway.newApi("/root", "/", null, 5_000),
        gateway.newApi("/only", "/only", Method.PUT, 5_000));
  }

  @AfterAll
  static void close() {
    gateway.close();
    node.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/release/pets/a/b                 | /prefix/a/b",
        "/release/pets/a/./b               | /prefix/a/b",
        "/release/pets/a/../b/c            | /prefix/b/c",
        "/release/other/../pets/a/b        | /prefix/a/b",
        "/x/../release/pets/a/b            | /prefix/a/b",
        "/release/pets/a/%2e%2e/b/c        | /prefix/b/c",
        "/release/pets/a/%2E./b/c          | /prefix/b/c",
        "/release/%70ets/a/b               | /prefix/a/b",
        "/../../release/pets/a/b           | /prefix/a/b",
        "/release/pets/a%2Fb/c             | /prefix/a%2Fb/c",
        "/release/pets/a%2f.b%2f..c/d      | /prefix/a%2f.b%2f..c/d",
        "/release/pets/a%5cb/c             | /prefix/a%5cb/c",
        "/release/pets/a%2f..%2fb/c        | 400",
        "/release/pets/a%2F.%2Fb           | 400",
        "/release/pets/..;/b               | 400",
        "/release/pets/..;x=1/b            | 400",
        "/release/pets/.;/b                | 400",
        "/release/pets/..%3b/b             | 400",
        "/release/pets/%2e%2e;/b           | 400",
        "/release/pets/..%5cb              | 400",
        "/release/pets/a%5c..              | 400",
        "/release/pets/..%20/b             | 400",
        "/release/pets/..%00/b             | 400",
        "/release/pets\\..\\b              | 400",
        "/release/pets/a\\b                | 400",
        "/release/pets/....//admin         | /prefix/....//admin",
        "/release/pets/a..;x/b             | /prefix/a..;x/b",
        "/release/pets//a//b               | /prefix//a//b",
        "/release/pets/a/b/                | /prefix/a/b/",
        "/release/pets/a;p=1/b             | /prefix/a;p=1/b",
        "/release/pets/%41%7e%c3%a4/b      | /prefix/A~%c3%a4/b",
        "/release/pets/a%20b/%00           | /prefix/a%20b/%00",
        "/release/pets/a/b?                | /prefix/a/b?",
        "/release/pets/a/b?x=/../%2e&&y#   | 400",
        "/release/pets/a/b?x=/../%2e&&y==  | /prefix/a/b?x=/../%2e&&y==",
        "/release/pets/a/b??               | /prefix/a/b??",
        "/release/pets/a/%zz               | 400",
        "/release/pets/a/%2                | 400",
        "/release/pets/../../../etc/passwd | 404",
        "/release/%2e%2e/%2e%2e/etc/passwd | 404",
        "//release/pets/a/b                | 404",
        "/release/pet                      | 404",
        "/RELEASE/pets/a/b                 | 404",
        "/test/pets/a/b                    | 404",
        "/release/slash                    | /shop/",
        "/release/slash/x                  | /shop/x",
        "/release/slash..                  | 404",
        "/release/slash../admin            | 404",
        "/release/slash%2e%2e/admin        | 404",
        "/release/slash./x                 | 404",
        "/release/slash..;x/admin          | 404",
        "/release/slash..%2fadmin          | 404",
        "/release/slash..%5cadmin          | 404",
        "/release/slash...                 | /shop/...",
        "/release/slash..x                 | /shop/..x",
        "/release/root/x                   | /x",
        "/release/root//evil.example/x     | /evil.example/x",
        "/release/root///                  | /",
        "/release/root../x                 | 404"
      })
  void becomes(String target, String expected) throws IOException {
    Answer answer = gateway.get(target);
    if (expected.startsWith("/")) {
      assertThat(answer.text()).isEqualTo("GET " + expected);
    } else {
      assertThat(answer.status()).isEqualTo(Integer.parseInt(expected));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/release/pets             | /prefix",
        "/release/pets/            | /prefix/",
        "/release/petshop          | /prefixhop",
        "/release/pets/best        | /exact",
        "/release/pets/best/       | /prefix/best/",
        "/release/pets/best/toys/1 | /longer/1",
        "/release/cats/rex         | /template/rex",
        "/release/cats/rex%2F1     | /template/rex%2F1",
        "/release/cats/rex/1       | /template/rex/1"
      })
  void theMostExactApiAnswers(String target, String expected) throws IOException {
    assertThat(gateway.get(target).text()).isEqualTo("GET " + expected);
  }

  @Test
  void theMethodSentIsTheOneTheApiNames() throws IOException {
    assertThat(gateway.get("/release/only").text()).isEqualTo("PUT /only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "HTTP", "https"})
  void theAbsoluteFormIsUnderstood(String scheme) throws IOException {
    try (Client client = gateway.client()) {
      Answer answer =
          client.call(
              "GET "
                  + scheme
                  + "://"
                  + gateway.host()
                  + "/release/pets/a/../b/c?d HTTP/1.1\nHost: elsewhere.example\n\n");
      assertThat(answer.text()).isEqualTo("GET /prefix/b/c?d");
    }
  }
}
