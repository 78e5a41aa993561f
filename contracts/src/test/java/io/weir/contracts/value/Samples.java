package io.weir.contracts.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Good and bad input of every kind, at both sides of every limit. */
public final class Samples {
  /** The message of a text or number that is not even of the right JSON type. */
  public static final String WRONG_TYPE = "*";

  private static final String LABEL_63 = "a".repeat(63);
  private static final String HOST_253 =
      LABEL_63 + "." + LABEL_63 + "." + LABEL_63 + "." + "b".repeat(61);

  private final List<Sample> all = new ArrayList<>();

  private Samples() {}

  /** Every sample. */
  public static List<Sample> all() {
    Samples samples = new Samples();
    samples.ids();
    samples.texts();
    samples.addresses();
    samples.hostHeaders();
    samples.domains();
    samples.certificateNames();
    samples.httpStatuses();
    samples.retryConditions();
    samples.healthCheckers();
    samples.tls();
    samples.upstreams();
    samples.numbers();
    samples.words();
    samples.frontPaths();
    samples.backPaths();
    samples.nodeLists();
    samples.backEnds();
    samples.apis();
    samples.keys();
    return List.copyOf(samples.all);
  }

  private void ids() {
    id(UpstreamId.class, "upstreamId", "upstream-");
    id(ServiceId.class, "serviceId", "service-");
    id(ApiId.class, "apiId", "api-");
    id(InstanceId.class, "instanceId", "instance-");
    id(VpcId.class, "vpcId", "vpc-");
    id(LedgerKeyId.class, "ledgerKeyId", "ledger-key-");
    good(
        PublicKey.class,
        "publicKey",
        "KWNh5r5y2cy5R6VpYzVwbvx0VbQXlDKYtL7Ry4dHdAk=",
        "A".repeat(43) + "=",
        "/".repeat(42) + "8=");
    bad(
        PublicKey.class,
        "publicKey",
        "must be the base64 of 32 bytes",
        "",
        "A".repeat(43),
        "A".repeat(44),
        "A".repeat(42) + "B=",
        "A".repeat(42) + "==",
        "-" + "A".repeat(42) + "=",
        " " + "A".repeat(42) + "=",
        "A".repeat(43) + "=\n");
    notText(PublicKey.class, "publicKey");
    id(CcnId.class, "ccnId", "ccn-");
    id(ReleaseId.class, "releaseId", "release-");
    id(KeyId.class, "keyId", "key-");
  }

  private void id(Class<?> type, String definition, String prefix) {
    good(type, definition, prefix + "4n5bfklc", prefix + "00000000", prefix + "zzzzzzzz");
    bad(
        type,
        definition,
        "must be " + prefix + " followed by 8 characters of a-z 0-9",
        "",
        prefix,
        prefix + "4n5bfkl",
        prefix + "4n5bfklcd",
        prefix + "4n5bfklC",
        prefix + "4n5bfkl-",
        prefix + "4n5bfkl\n",
        prefix + "4n5bfklé",
        prefix + "4n5bfkl\u0663",
        " " + prefix + "4n5bfklc",
        "x" + prefix + "4n5bfklc",
        prefix.toUpperCase(Locale.ROOT) + "4n5bfklc",
        "other-4n5bfklc");
    notText(type, definition);
  }

  private void texts() {
    good(Name.class, "name", "a", "_", "9", "Z", "Payments_v2", "x".repeat(50));
    bad(
        Name.class,
        "name",
        "must be 1 to 50 characters of a-z A-Z 0-9 _",
        "",
        "x".repeat(51),
        "pay-ments",
        "pay ments",
        "pay.ments",
        "é",
        "上游",
        "\u0661",
        "a\n",
        " a");
    notText(Name.class, "name");

    good(
        Description.class,
        "text",
        "",
        " ",
        "a\tb\nc\r\nd",
        "Grüße, 上游, \uD83D\uDE80",
        "\u00A0",
        "\uFFFD",
        "x".repeat(500),
        "\uD83D\uDE80".repeat(500));
    bad(
        Description.class,
        "text",
        "must be at most 500 characters",
        "x".repeat(501),
        "\uD83D\uDE80".repeat(501));
    bad(
        Description.class,
        "text",
        "must not contain control characters",
        "\u0000",
        "a\u0008",
        "\u000B",
        "\u000C",
        "\u000E",
        "\u001F",
        "\u007F",
        "\u0080",
        "\u009F");
    beyondSchema(
        Description.class,
        "text",
        "must not contain halves of surrogate pairs",
        "\"\\ud83d\"",
        "\"a\\ude80b\"",
        "\"\\ude80\\ud83d\"");
    notText(Description.class, "text");
  }

  private void addresses() {
    good(
        Address.class,
        "address",
        "0.0.0.0",
        "10.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "1::",
        "1:2:3:4:5:6:7:8",
        "2001:DB8::7:1",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "1::3:4:5:6:7:8",
        "1:2:3:4:5:6:1.2.3.4",
        "::ffff:192.168.0.1",
        "1::1.2.3.4",
        "fe80::1",
        "a",
        "backend",
        "Node-7.Internal",
        "7node",
        "1.2.3.4.example",
        "1.2.3.4a",
        "xn--bcher-kva.example",
        "a--b",
        LABEL_63 + ".example",
        HOST_253);
    bad(
        Address.class,
        "address",
        "must be a host name or an IP address",
        "",
        " ",
        ".",
        "a.",
        ".a",
        "a..b",
        "-a",
        "a-",
        "a-.b",
        "a_b",
        "a b",
        "a\n",
        "bücher.example",
        "a".repeat(64),
        HOST_253 + "b",
        "1",
        "1.2.3",
        "256.1.1.1",
        "1.2.3.4.5",
        "01.2.3.4",
        "1.2.3.04",
        "1.2.3.4 ",
        "host.7",
        "0x7f.1",
        "http://a",
        "a:80",
        "a/b",
        "user@a",
        "[::1]",
        ":",
        ":::",
        ":1",
        "1:",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "::1::",
        "1:::2",
        "12345::",
        "g::",
        "::1%eth0",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "::1.2.3",
        "::256.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::\u0661");
    notText(Address.class, "address");
  }

  private void hostHeaders() {
    good(
        HostHeader.class,
        "hostHeader",
        "shop.example",
        "shop.example:1",
        "shop.example:65535",
        "10.0.0.1",
        "10.0.0.1:8080",
        "[::1]",
        "[2001:db8::1]:443",
        "[::ffff:1.2.3.4]:80",
        HOST_253,
        HOST_253 + ":65535");
    bad(
        HostHeader.class,
        "hostHeader",
        "must be a host name or IP address, optionally followed by :port",
        "",
        ":",
        ":80",
        "a:",
        "a:0",
        "a:080",
        "a:65536",
        "a:99999",
        "a:100000",
        "a:-1",
        "a:+1",
        "a:80:80",
        "a: 80",
        "a:\u0661",
        "a_b",
        "a b",
        "a\r\nX: y",
        "a/b",
        "http://a",
        "user@a",
        "::1",
        "[::1",
        "::1]",
        "[]",
        "[",
        "]",
        "[a]",
        "[1.2.3.4]",
        "[::1]80",
        "[::1]:",
        "[::1]:0",
        "[::1]]",
        "[[::1]]",
        "x[::1]",
        "1.2.3",
        "host.7",
        "host.7:80",
        HOST_253 + "b",
        HOST_253 + "b:80");
    notText(HostHeader.class, "hostHeader");
  }

  private void domains() {
    good(
        Domain.class,
        "domain",
        "api.example.com",
        "example.com",
        "a.b",
        "7.example",
        "xn--bcher-kva.example",
        "1.2.3.4a",
        "localhost.example",
        "nolocalhost.x",
        LABEL_63 + ".example",
        HOST_253);
    bad(
        Domain.class,
        "domain",
        "must be a host name in lower case of two labels or more, not below localhost",
        "",
        "example",
        "localhost",
        "api.localhost",
        "a.b.localhost",
        "Example.com",
        "example.COM",
        "example.com.",
        ".example.com",
        "a..b",
        "*.example.com",
        "a_b.example",
        "-a.example",
        "a-.example",
        "10.0.0.1",
        "host.7",
        "::1",
        "[::1]",
        "example.com:443",
        "https://example.com",
        "example.com/",
        "bücher.example",
        "example.com\n",
        " example.com",
        HOST_253 + "b");
    notText(Domain.class, "domain");
  }

  private void certificateNames() {
    good(
        CertificateName.class,
        "certificateName",
        "a",
        "_",
        "-",
        "9",
        "shop.example",
        "Shop_2026-1",
        "a..b",
        "x".repeat(64));
    bad(
        CertificateName.class,
        "certificateName",
        "must be 1 to 64 characters of a-z A-Z 0-9 . _ - and not start with .",
        "",
        ".",
        "..",
        ".hidden",
        "../etc/passwd",
        "a/b",
        "a\\b",
        "a b",
        "a\n",
        "a\u0000",
        "é",
        "x".repeat(65));
    notText(CertificateName.class, "certificateName");
  }

  private void httpStatuses() {
    good(
        HttpStatuses.class,
        "httpStatuses",
        "200",
        "599",
        "200-399",
        "200,204,300-399",
        "404-404",
        "503,503",
        "200-299,250",
        "200" + ",200".repeat(63));
    bad(
        HttpStatuses.class,
        "httpStatuses",
        "must be statuses from 200 to 599 and ranges of them, such as 200,204,300-399,"
            + " in at most 255 characters",
        "",
        ",",
        "200,",
        ",200",
        "200, 204",
        "20",
        "2000",
        "100",
        "199",
        "600",
        "200-600",
        "200-",
        "-200",
        "200-300-400",
        "2xx",
        "200;204",
        "200\n",
        "\u0662\u0660\u0660",
        "200" + ",200".repeat(64));
    beyondSchema(
        HttpStatuses.class,
        "httpStatuses",
        "must not have the range 399-200, which is empty",
        "\"399-200\"",
        "\"204,399-200\"");
    notText(HttpStatuses.class, "httpStatuses");
  }

  private void retryConditions() {
    String of = "{\"statuses\":%s,\"nonIdempotent\":true}";
    raw(
        RetryOn.class,
        "retryOn",
        null,
        of.formatted("[]"),
        of.formatted("[503]"),
        of.formatted("[429,502,503,504]"));
    raw(
        RetryOn.class,
        "retryOn",
        "must hold any of 429, 502, 503, 504, none twice",
        of.formatted("[500]"),
        of.formatted("[503,200]"),
        of.formatted("[503,503]"));
    raw(
        RetryOn.class,
        "retryOn",
        WRONG_TYPE,
        of.formatted("503"),
        of.formatted("[\"503\"]"),
        of.formatted("[503.5]"),
        of.formatted("[null]"),
        of.formatted("null"),
        "{}",
        "{\"statuses\":[]}",
        "{\"nonIdempotent\":true}",
        "{\"statuses\":[],\"nonIdempotent\":\"true\"}",
        "{\"statuses\":[],\"nonIdempotent\":1}",
        "[]");
  }

  private void healthCheckers() {
    checker(null, "");
    for (String threshold :
        List.of("tcpFailureThreshold", "timeoutThreshold", "httpFailureThreshold")) {
      checkerNumber(threshold, 0, 254);
    }
    checkerNumber("activeCheckTimeout", 1, 60);
    checkerNumber("activeCheckInterval", 1, 3600);
    checkerNumber("unhealthyTimeout", 0, 3600);
    checkerNumber("panicThreshold", 0, 100);
    for (String path : List.of("/", "/healthz", "/a%20b?deep=yes&x=/?", "/" + "x".repeat(511))) {
      checker(null, "\"activeCheckHttpPath\":\"" + path + "\"");
    }
    for (String path :
        List.of("", "healthz", "=/x", "/a b", "/a#b", "/%", "/é", "/" + "x".repeat(512))) {
      checker(
          "must have an activeCheckHttpPath that starts with /,"
              + " of URL path and query characters (RFC 3986), at most 512",
          "\"activeCheckHttpPath\":\"" + path + "\"");
    }
    checker(null, "\"enablePassiveCheck\":true");
    checker(null, "\"enablePassiveCheck\":true,\"enableActiveCheck\":true,\"unhealthyTimeout\":0");
    checker(null, "\"enableActiveCheck\":true,\"unhealthyTimeout\":0");
    beyondSchema(
        HealthChecker.class,
        "healthChecker",
        "must have an unhealthyTimeout above 0 if only passive checks are enabled:"
            + " nothing else would bring a node back",
        checker("\"enablePassiveCheck\":true,\"unhealthyTimeout\":0"));
    beyondSchema(
        HealthChecker.class,
        "healthChecker",
        "must not have a status in both healthyHttpStatus and unhealthyHttpStatus",
        checker("\"healthyHttpStatus\":\"200-429\""),
        checker("\"unhealthyHttpStatus\":\"399\""));
    checker(WRONG_TYPE, "\"enableActiveCheck\":\"true\"");
    checker(WRONG_TYPE, "\"healthyHttpStatus\":200");
    checker(WRONG_TYPE, "\"healthyHttpStatus\":\"\"");
    raw(HealthChecker.class, "healthChecker", WRONG_TYPE, "{}", "[]", "true", "\"\"");
  }

  private void checkerNumber(String field, int least, int most) {
    checker(null, "\"" + field + "\":" + least);
    checker(null, "\"" + field + "\":" + most);
    String message = "must have " + field + " from " + least + " to " + most;
    checker(message, "\"" + field + "\":" + (least - 1));
    checker(message, "\"" + field + "\":" + (most + 1));
    checker(WRONG_TYPE, "\"" + field + "\":1.5");
    checker(WRONG_TYPE, "\"" + field + "\":\"1\"");
    checker(WRONG_TYPE, "\"" + field + "\":99999999999");
  }

  private void checker(@Nullable String message, String change) {
    raw(HealthChecker.class, "healthChecker", message, checker(change));
  }

  /** The default health checker, but for some fields. */
  private static String checker(String change) {
    try {
      ObjectNode checker = Json.MAPPER.valueToTree(HealthChecker.DEFAULT);
      checker.setAll((ObjectNode) Json.MAPPER.readTree("{" + change + "}"));
      return checker.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(change, e);
    }
  }

  private void tls() {
    raw(
        NodeTls.class,
        "nodeTls",
        null,
        "{\"verify\":true}",
        "{\"verify\":false,\"serverName\":\"Node.internal\",\"caCertificate\":\"ca\","
            + "\"clientCertificate\":\"weir\"}");
    raw(
        NodeTls.class,
        "nodeTls",
        "must have a serverName that is a host name",
        "{\"verify\":true,\"serverName\":\"\"}",
        "{\"verify\":true,\"serverName\":\"10.0.0.1\"}",
        "{\"verify\":true,\"serverName\":\"::1\"}",
        "{\"verify\":true,\"serverName\":\"a:443\"}");
    raw(
        NodeTls.class,
        "nodeTls",
        WRONG_TYPE,
        "{}",
        "{\"verify\":\"true\"}",
        "{\"verify\":null}",
        "{\"verify\":true,\"caCertificate\":\".ca\"}",
        "{\"verify\":true,\"clientCertificate\":\"a/b\"}",
        "true",
        "[]");
  }

  private void upstreams() {
    String of =
        "{\"vpcId\":\"vpc-4n5bfklc\",\"description\":\"\","
            + "\"algorithm\":\"WEIGHTED_ROUND_ROBIN\",\"protocol\":\"%s\",\"retries\":5,"
            + "\"retryOn\":{\"statuses\":[],\"nonIdempotent\":false},"
            + "\"httpVersion\":\"HTTP_2\",\"slowStartSeconds\":0,"
            + "\"limits\":{\"maxConnectionsPerNode\":1,\"maxRequestsPerNode\":2,\"maxRequests\":3}"
            + "%s}";
    String tls = ",\"tls\":{\"verify\":true}";
    raw(
        UpstreamSettings.class,
        "upstreamSettings",
        null,
        of.formatted("HTTP", ""),
        of.formatted("HTTPS", ""),
        of.formatted("HTTPS", tls));
    beyondSchema(
        UpstreamSettings.class,
        "upstreamSettings",
        "must not have tls unless its protocol is HTTPS",
        of.formatted("HTTP", tls));
  }

  private void numbers() {
    number(Port.class, "node/properties/port", 1, 65_535, "must be 1 to 65535");
    number(Weight.class, "node/properties/weight", 0, Weight.MAX, "must be 0 to " + Weight.MAX);
    number(Retries.class, "upstreamSettings/properties/retries", 1, 100, "must be 1 to 100");
    number(
        SlowStart.class,
        "upstreamSettings/properties/slowStartSeconds",
        0,
        900,
        "must be 0 to 900 s");
    number(
        Timeout.class, "backEnd/properties/timeoutMillis", 1, 1_800_000, "must be 1 to 1800000 ms");
    number(ReleasesKept.class, "releasesKept", 1, 1000, "must be 1 to 1000");
  }

  private void number(Class<?> type, String definition, int min, int max, String message) {
    raw(type, definition, null, min + "", min + 1 + "", max - 1 + "", max + "");
    raw(type, definition, message, min - 1 + "", max + 1 + "", "-1", "2147483647", "-2147483648");
    raw(
        type,
        definition,
        WRONG_TYPE,
        "2147483648",
        "99999999999999999999",
        min + ".5",
        "\"" + min + "\"",
        "\"five\"",
        "\"\"",
        "true",
        "[" + min + "]",
        "{}",
        "null");
  }

  private void keys() {
    words(Role.class, "role", "VIEWER", "AUDITOR", "OPERATOR", "ADMIN");
    raw(
        Scope.class,
        "scope",
        null,
        "[]",
        "[\"service-00000000\"]",
        "[\"instance-4n5bfklc\",\"service-00000000\",\"vpc-zzzzzzzz\"]");
    raw(
        Scope.class,
        "scope",
        "must hold ids of VPCs, instances and services",
        "[\"\"]",
        "[\"upstream-4n5bfklc\"]",
        "[\"api-4n5bfklc\"]",
        "[\"key-4n5bfklc\"]");
    raw(
        Scope.class,
        "scope",
        "must be vpc- followed by 8 characters of a-z 0-9",
        "[\"vpc-4n5bfkl\"]",
        "[\"vpc-4N5bfklc\"]");
    raw(Scope.class, "scope", "must not name an id twice", "[\"vpc-4n5bfklc\",\"vpc-4n5bfklc\"]");
    raw(Scope.class, "scope", WRONG_TYPE, "\"vpc-4n5bfklc\"", "{}", "7", "null", "[7]");
    good(Expiry.class, "expiry", "2027-01-31T12:00:00Z", "1999-12-31T23:59:59Z");
    String rule = "must be a time in whole seconds, UTC, such as 2027-01-31T12:00:00Z";
    bad(
        Expiry.class,
        "expiry",
        rule,
        "",
        "2027-01-31",
        "2027-01-31T12:00:00",
        "2027-01-31T12:00:00.5Z",
        "2027-01-31T12:00:00+01:00",
        "2027-1-31T12:00:00Z",
        " 2027-01-31T12:00:00Z",
        "tomorrow");
    beyondSchema(
        Expiry.class, "expiry", rule, "\"2027-02-29T12:00:00Z\"", "\"2027-01-31T25:00:00Z\"");
    notText(Expiry.class, "expiry");
  }

  private void words() {
    words(Algorithm.class, "upstreamSettings/properties/algorithm", "WEIGHTED_ROUND_ROBIN");
    words(Protocol.class, "upstreamSettings/properties/protocol", "HTTP", "HTTPS");
    words(HttpVersion.class, "upstreamSettings/properties/httpVersion", "HTTP_1_1", "HTTP_2");
    words(
        Method.class,
        "frontEnd/properties/method",
        "ANY",
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "OPTIONS");
    words(BackEnd.Type.class, "backEnd/properties/type", "VPC_RESOURCES");
    words(BackEnd.ConnectionMode.class, "backEnd/properties/connectionMode", "VPC_UPSTREAM");
    good(Environment.class, "environment", "release", "prepub", "test");
    bad(
        Environment.class,
        "environment",
        "must be release, prepub or test",
        "",
        "RELEASE",
        "Test",
        "production",
        "test ");
    notText(Environment.class, "environment");
  }

  private void words(Class<?> type, String definition, String... words) {
    good(type, definition, words);
    bad(type, definition, WRONG_TYPE, "", "FTP", words[0].toLowerCase(Locale.ROOT), "0");
    notText(type, definition);
  }

  private void frontPaths() {
    String slash = "must start with / and have at most 512 characters";
    String characters = "must consist of URL path characters (RFC 3986) and whole segments {param}";
    good(
        FrontPath.class,
        "frontPath",
        "/",
        "/orders",
        "/orders/",
        "//",
        "/a//b",
        "/orders/7/items",
        "/a.b",
        "/.well-known",
        "/...",
        "/a%2Fb",
        "/%2e%2e%2e",
        "/-._~!$&'()*+,;=:@",
        "/{id}",
        "/{id}/items",
        "/{a}/x/{B_2}",
        "/{" + "p".repeat(50) + "}",
        "=/",
        "=/orders",
        "=/a=b",
        "/=",
        "/" + "x".repeat(511),
        "=/" + "x".repeat(511));
    bad(
        FrontPath.class,
        "frontPath",
        slash,
        "",
        "=",
        "orders",
        "=orders",
        "==/x",
        " /x",
        "~/x",
        "^~/x",
        "/" + "x".repeat(512),
        "=/" + "x".repeat(512));
    bad(
        FrontPath.class,
        "frontPath",
        characters,
        "/a b",
        "/a?b",
        "/a#b",
        "/a\\b",
        "/a|b",
        "/a\"b",
        "/a\n",
        "/é",
        "/%",
        "/%2",
        "/%2g",
        "/a[0]",
        "/{}",
        "/{id",
        "/id}",
        "/x{id}",
        "/{id}x",
        "/{a}{b}",
        "/{a-b}",
        "/{a b}",
        "/{{a}}",
        "/{" + "p".repeat(51) + "}");
    bad(FrontPath.class, "frontPath", "must not use {id} twice", "/{id}/{id}", "/{id}/x/{id}/y");
    bad(FrontPath.class, "frontPath", "must not combine = with {param}", "=/{id}", "=/x/{id}/y");
    bad(FrontPath.class, "frontPath", "must not have the segment .", "/.", "/a/./b", "=/.");
    bad(FrontPath.class, "frontPath", "must not have the segment ..", "/..", "/a/../b", "/a/..");
    bad(FrontPath.class, "frontPath", "must not have the segment %2e%2E", "/%2e%2E/b");
    bad(FrontPath.class, "frontPath", "must not have the segment .%2e", "/.%2e");
    notText(FrontPath.class, "frontPath");
  }

  private void backPaths() {
    good(BackPath.class, "backPath", "/", "/v2/items", "/{id}/x", "/" + "x".repeat(511), "/a%20b");
    bad(
        BackPath.class,
        "backPath",
        "must start with / and have at most 512 characters",
        "",
        "v2",
        "=/v2",
        "/" + "x".repeat(512));
    bad(
        BackPath.class,
        "backPath",
        "must consist of URL path characters (RFC 3986) and whole segments {param}",
        "/a b",
        "/a?b=c",
        "/x{id}");
    bad(BackPath.class, "backPath", "must not use {id} twice", "/{id}/{id}");
    bad(BackPath.class, "backPath", "must not have the segment ..", "/..");
    notText(BackPath.class, "backPath");
  }

  private void nodeLists() {
    raw(Nodes.class, "nodes", null, nodes(1), nodes(Nodes.MAX));
    raw(Nodes.class, "nodes", "must hold 1 to " + Nodes.MAX + " nodes", "[]", nodes(Nodes.MAX + 1));
    raw(Nodes.class, "nodes", WRONG_TYPE, "{}", "\"\"", "1", "null", node("a", 1), "[[]]");
    raw(Nodes.class, "nodes", WRONG_TYPE, "[null]", "[" + node("a", 1) + ",null]");
    raw(
        Nodes.class,
        "nodes",
        null,
        two(node("a", 1), node("a", 2)),
        two(node("a", 1), node("b", 1)),
        two(node("::1", 1), node("::2", 1)));
    beyondSchema(Nodes.class, "nodes", "must not name a:1 twice", two(node("a", 1), node("a", 1)));
    beyondSchema(Nodes.class, "nodes", "must not name A:1 twice", two(node("a", 1), node("A", 1)));
    beyondSchema(
        Nodes.class,
        "nodes",
        "must not name [0:0:0:0:0:0:0:1]:1 twice",
        two(node("::1", 1), node("0:0:0:0:0:0:0:1", 1)));
    beyondSchema(
        Nodes.class,
        "nodes",
        "must not name [::FFFF:10.0.0.1]:1 twice",
        two(node("10.0.0.1", 1), node("::FFFF:10.0.0.1", 1)));
    raw(
        Node.class,
        "node",
        WRONG_TYPE,
        "{}",
        "{\"address\":\"a\",\"port\":1}",
        "{\"address\":\"a\",\"weight\":1}",
        "{\"port\":1,\"weight\":1}",
        "{\"address\":null,\"port\":1,\"weight\":1}",
        "[\"a\",1,1]");
  }

  private void backEnds() {
    String of =
        "{\"type\":\"VPC_RESOURCES\",\"connectionMode\":\"VPC_UPSTREAM\","
            + "\"upstreamId\":\"upstream-4n5bfklc\",\"path\":\"/x\",%s\"timeoutMillis\":1}";
    raw(BackEnd.class, "backEnd", null, of.formatted(""), of.formatted("\"method\":\"GET\","));
    raw(
        BackEnd.class,
        "backEnd",
        "must have one method, or none to keep the request's own",
        of.formatted("\"method\":\"ANY\","));
    raw(BackEnd.class, "backEnd", WRONG_TYPE, of.formatted("\"method\":\"FTP\","), "{}");
  }

  private void apis() {
    raw(
        ApiDefinition.class,
        "apiDefinition",
        null,
        api("/{id}/{item}", "/{item}/{id}"),
        api("/{id}", "/"),
        api("=/x", "/y"));
    beyondSchema(
        ApiDefinition.class,
        "apiDefinition",
        "must not use {id}, which the front-end path lacks",
        api("/x", "/{id}"),
        api("/{ID}", "/{id}"),
        api("=/x", "/y/{id}"));
  }

  private static String api(String front, String back) {
    return ("{\"name\":\"a\",\"description\":\"\","
            + "\"frontEnd\":{\"path\":\"%s\",\"method\":\"GET\"},"
            + "\"backEnd\":{\"type\":\"VPC_RESOURCES\",\"connectionMode\":\"VPC_UPSTREAM\","
            + "\"upstreamId\":\"upstream-4n5bfklc\",\"path\":\"%s\",\"timeoutMillis\":15000}}")
        .formatted(front, back);
  }

  private static String nodes(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(port -> node("10.0.0.1", port))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String two(String one, String other) {
    return "[" + one + "," + other + "]";
  }

  private static String node(String address, int port) {
    return "{\"address\":\"%s\",\"port\":%d,\"weight\":1,\"draining\":false}"
        .formatted(address, port);
  }

  private void good(Class<?> type, String definition, String... texts) {
    for (String text : texts) {
      raw(type, definition, null, quoted(text));
    }
  }

  private void bad(Class<?> type, String definition, String message, String... texts) {
    for (String text : texts) {
      raw(type, definition, message, quoted(text));
    }
  }

  private void notText(Class<?> type, String definition) {
    raw(type, definition, WRONG_TYPE, "0", "1", "1.5", "true", "null", "[]", "{}", "[\"a\"]");
  }

  private void raw(Class<?> type, String definition, @Nullable String message, String... jsons) {
    for (String json : jsons) {
      all.add(new Sample(type, definition, json, message, true));
    }
  }

  private void beyondSchema(Class<?> type, String definition, String message, String... jsons) {
    for (String json : jsons) {
      all.add(new Sample(type, definition, json, message, false));
    }
  }

  private static String quoted(String text) {
    try {
      return Json.MAPPER.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
