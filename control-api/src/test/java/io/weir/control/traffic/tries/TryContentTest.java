package io.weir.control.traffic.tries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.control.ApiDocument;
import io.weir.control.Scenario;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be tried, and what cannot. */
class TryContentTest {
  private static TryContent read(String text) {
    return TryContent.read(Scenario.json(text.replace('\'', '"')));
  }

  private static List<Violation> violations(String text) {
    var found = new ArrayList<Violation>();
    assertThatExceptionOfType(InvalidContentException.class)
        .isThrownBy(() -> read(text))
        .satisfies(e -> found.addAll(e.violations()));
    return found;
  }

  private static String header(String name, String value) {
    return "{'host':'a.example','method':'GET','path':'/','headers':[{'name':'%s','value':'%s'}]}"
        .formatted(name, value);
  }

  @Test
  void theExamplesAreRead() {
    TryContent content = read(ApiDocument.read().example("newTry"));
    assertThat(content.path()).isEqualTo("/pets?limit=1");
    assertThat(content.headers()).containsExactly(new TriedHeader("Accept", "application/json"));
    assertThat(content.body()).isNull();
  }

  @Test
  void aBodyIsTextOrBytes() {
    String rest = "'host':'a.example:8000','method':'POST','path':'/'}";
    assertThat(read("{'body':'ä'," + rest).body()).isEqualTo("ä".getBytes(UTF_8));
    assertThat(read("{'bodyBase64':'/wA='," + rest).body()).isEqualTo(new byte[] {-1, 0});
    assertThat(read("{'body':''," + rest).body()).isEmpty();
    assertThat(read("{'body':null," + rest).body()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'method':'GET','path':'/'} | /host",
        "{'host':'a.example','serviceId':'service-00000001','method':'GET','path':'/'} | /host",
        "{'host':'a.example','environment':'test','method':'GET','path':'/'} | /host",
        "{'serviceId':'service-00000001','method':'GET','path':'/'} | /environment",
        "{'environment':'test','method':'GET','path':'/'} | /serviceId",
        "{'serviceId':'shop','environment':'test','method':'GET','path':'/'} | /serviceId",
        "{'serviceId':'service-00000001','environment':'prod','method':'GET','path':'/'} |"
            + " /environment",
        "{'host':'a b','method':'GET','path':'/'} | /host",
        "{'host':'a.example/x','method':'GET','path':'/'} | /host",
        "{'host':'user@a.example','method':'GET','path':'/'} | /host",
        "{'host':'a.example','path':'/'} | /method",
        "{'host':'a.example','method':'get','path':'/'} | /method",
        "{'host':'a.example','method':'CONNECT','path':'/'} | /method",
        "{'host':'a.example','method':'TRACE','path':'/'} | /method",
        "{'host':'a.example','method':'GET'} | /path",
        "{'host':'a.example','method':'GET','path':'x'} | /path",
        "{'host':'a.example','method':'GET','path':'http://b.example/'} | /path",
        "{'host':'a.example','method':'GET','path':'/a b'} | /path",
        "{'host':'a.example','method':'GET','path':'/a#b'} | /path",
        "{'host':'a.example','method':'GET','path':'/a\\r\\nHost: b'} | /path",
        "{'host':'a.example','method':'GET','path':'/ä'} | /path",
        "{'host':'a.example','method':'GET','path':'/','body':7} | /body",
        "{'host':'a.example','method':'GET','path':'/','bodyBase64':'%'} | /bodyBase64",
        "{'host':'a.example','method':'GET','path':'/','body':'a','bodyBase64':'YQ=='} |"
            + " /bodyBase64",
        "{'host':'a.example','method':'GET','path':'/','replicaId':''} | /replicaId",
        "{'host':'a.example','method':'GET','path':'/','headers':{}} | /headers",
        "{'host':'a.example','method':'GET','path':'/','headers':[7]} | /headers/0",
        "{'host':'a.example','method':'GET','path':'/','headers':[{}]} | /headers/0/name"
            + " /headers/0/value",
        "{'host':'a.example','method':'GET','path':'/','url':'http://b'} | /url",
        "{'url':1,'body':7,'bodyBase64':'%','headers':[{'name':'a:','value':''}]} | /method /path"
            + " /headers/0/name /body /bodyBase64 /url /host /bodyBase64",
      })
  void everythingWrongIsNamedByItsField(String text, String pointers) {
    assertThat(violations(text))
        .extracting(Violation::pointer)
        .containsExactly(pointers.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "host",
        "X-Request-Id",
        "X_Request_Id",
        "Content-Length",
        "Content_Length",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
        "Via",
        "Proxy-Authorization",
        "Proxy-Connection",
        "HTTP2-Settings",
        "Forwarded",
        "Forwarded-For",
        "X-Forwarded-For",
        "X_Forwarded_For",
        "X.Forwarded.For",
        "X-Forwarded-Proto",
        "X-Forwarded-Anything",
        "X-Real-IP",
        "X-Client-IP",
        "Client-IP",
        "True-Client-IP",
        "X-Cluster-Client-IP",
        "X-Remote-IP",
        "X-Remote-Addr",
        "X-ProxyUser-IP",
        "CF-Connecting-IP",
        "CF-Connecting-IPv6",
        "Fastly-Client-IP",
        "X-Azure-ClientIP",
        "X-AppEngine-User-IP",
        "X-Envoy-External-Address",
        "X-Envoy-Original-Path",
        "X-Original-Forwarded-For",
        "X-Original-Host",
        "X-Original-Method",
        "X-Original-URI",
        "X-Original-URL",
        "X-Rewrite-URL",
        "X-URL-Scheme",
        "X-Scheme",
        "X-Host",
        "X-ARR-SSL",
        "X-SSL",
        "Front-End-Https",
        "Weir-Node",
        "Weir-Debug-More",
        "Weir-Position",
      })
  void headersThatAReplicaWouldBelieveCannotBeSent(String name) {
    assertThat(violations(header(name, "x")))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).isEqualTo("/headers/0/name");
              assertThat(violation.detail()).startsWith("must not be a header");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Authorization",
        "Cookie",
        "traceparent",
        "X-Api-Key",
        "Weir-Debug",
        "X-HTTP-Method-Override"
      })
  void othersCan(String name) {
    assertThat(read(header(name, "a b")).headers()).containsExactly(new TriedHeader(name, "a b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "a\\u0000", "a\\r\\nb: c", "ä", "\\u007f"})
  void aValueIsOneLineOfVisibleCharacters(String value) {
    assertThat(violations(header("A", value)))
        .extracting(Violation::pointer)
        .containsExactly("/headers/0/value");
  }

  @Test
  void thereIsAMostOfEverything() {
    String begin = "{'host':'a.example','method':'POST',";
    assertThat(violations(begin + "'path':'/" + "a".repeat(4_096) + "'}"))
        .extracting(Violation::pointer)
        .containsExactly("/path");
    begin += "'path':'/',";
    String most = "a".repeat(64 * 1024);
    assertThat(read(begin + "'body':'" + most + "'}").body()).hasSize(64 * 1024);
    assertThat(violations(begin + "'body':'" + most + "a'}"))
        .extracting(Violation::detail)
        .containsExactly("must have at most 65536 bytes");
    assertThat(violations(begin + "'body':'" + "ä".repeat(32 * 1024 + 1) + "'}")).hasSize(1);
    String base64 = Base64.getEncoder().encodeToString(new byte[64 * 1024 + 1]);
    assertThat(violations(begin + "'bodyBase64':'" + base64 + "'}"))
        .extracting(Violation::detail)
        .containsExactly("must have at most 65536 bytes");
    String line = "{'name':'a','value':'%s'},";
    String many = line.formatted("b").repeat(51);
    String large = line.formatted("b".repeat(8_192)).repeat(2);
    for (String headers : new String[] {many, large}) {
      String all = headers.substring(0, headers.length() - 1);
      assertThat(violations(begin + "'headers':[" + all + "]}"))
          .extracting(Violation::pointer)
          .containsExactly("/headers");
    }
  }
}
