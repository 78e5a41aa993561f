package io.weir.contracts.history;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Address;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Expiry;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpStatuses;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.RetryOn;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.SlowStart;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamLimits;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Valid values of every kind, the odd ones often: limits, IPv6, text beyond ASCII. */
final class RandomValues {
  private static final String ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final List<String> TEXTS =
      List.of(
          "",
          "plain",
          "Grüße, 上游, \uD83D\uDE80",
          "two\nlines\tand \"quotes\" \\ \u2028 \uFFFD",
          "x".repeat(500),
          "\uD83D\uDE80".repeat(500));
  private static final List<String> HOSTS =
      List.of("backend", "node-7.internal", "10.0.0.1", "192.168.1.20", "::1", "2001:db8::7:1");
  private static final List<String> HOST_HEADERS =
      List.of("shop.example", "shop.example:8443", "10.1.2.3", "[2001:db8::1]:80");
  private static final List<String> HEALTHY =
      List.of("200-399", "200", "200,204,300-399", "200-499");
  private static final List<String> UNHEALTHY = List.of("500-599", "503", "500,502-504,599");
  private static final List<String> CERTIFICATES = List.of("shop", "shop.example_2026-1", "-");
  private static final List<String> SEGMENTS =
      List.of("orders", "users", "v1", "a%20b", "~x", "items", "{id}", "{item}", "{Who_1}");

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> T one(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  String id(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 8; i++) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    return id.toString();
  }

  /** One of so many that names are seldom, but sometimes, taken. */
  Name name() {
    return new Name(one(List.of("n", "Payments_", "x".repeat(46))) + random.nextInt(1000));
  }

  Description description() {
    return new Description(chance(60) ? "" : one(TEXTS));
  }

  /** Null in one case of two, never empty. */
  @Nullable String reason() {
    return chance(50) ? null : "because: " + one(TEXTS);
  }

  UpstreamSettings upstreamSettings(@Nullable Name name, VpcId vpcId) {
    Protocol protocol = one(Protocol.values());
    return new UpstreamSettings(
        name,
        vpcId,
        description(),
        one(Algorithm.values()),
        protocol,
        chance(50) ? null : new HostHeader(one(HOST_HEADERS)),
        new Retries(1 + random.nextInt(100)),
        retryOn(),
        one(HttpVersion.values()),
        chance(50) ? null : healthChecker(),
        chance(60) ? SlowStart.OFF : new SlowStart(random.nextInt(901)),
        chance(60) ? UpstreamLimits.DEFAULT : limits(),
        protocol == Protocol.HTTP || chance(30) ? null : tls());
  }

  private RetryOn retryOn() {
    List<Integer> statuses = RetryOn.RETRYABLE.stream().sorted().filter(_ -> chance(40)).toList();
    return chance(40) ? RetryOn.NONE : new RetryOn(statuses, chance(50));
  }

  private HealthChecker healthChecker() {
    boolean active = chance(50);
    return new HealthChecker(
        active,
        chance(50),
        new HttpStatuses(one(HEALTHY)),
        new HttpStatuses(one(UNHEALTHY)),
        random.nextInt(HealthChecker.THRESHOLD.most() + 1),
        random.nextInt(HealthChecker.THRESHOLD.most() + 1),
        random.nextInt(HealthChecker.THRESHOLD.most() + 1),
        one(List.of("/", "/healthz", "/%7Eme/check?deep=true&who='weir'")),
        1 + random.nextInt(60),
        1 + random.nextInt(3600),
        active && chance(20) ? 0 : 1 + random.nextInt(3600),
        chance(50) ? 0 : random.nextInt(HealthChecker.PANIC_THRESHOLD.most() + 1));
  }

  private UpstreamLimits limits() {
    int most = UpstreamLimits.RANGE.most();
    return new UpstreamLimits(
        1 + random.nextInt(most), 1 + random.nextInt(most), 1 + random.nextInt(most));
  }

  private NodeTls tls() {
    return new NodeTls(
        chance(80), chance(50) ? null : "nodes.internal", certificate(), certificate());
  }

  private @Nullable CertificateName certificate() {
    return chance(50) ? null : new CertificateName(one(CERTIFICATES));
  }

  /** One of so few that it is often taken. */
  Domain domain() {
    return new Domain(one(List.of("api", "www", "x-" + random.nextInt(9), "a.b")) + ".example.com");
  }

  DomainSettings domainSettings(ServiceId serviceId) {
    return new DomainSettings(serviceId, one(Environment.values()), certificate());
  }

  Nodes nodes() {
    int count = chance(3) ? Nodes.MAX : 1 + random.nextInt(5);
    Map<String, Node> nodes = new LinkedHashMap<>();
    while (nodes.size() < count) {
      Node node =
          new Node(
              new Address(one(HOSTS)),
              new Port(1 + random.nextInt(65_535)),
              new Weight(chance(15) ? 0 : random.nextInt(101)),
              chance(10));
      nodes.putIfAbsent(node.authority(), node);
    }
    return new Nodes(List.copyOf(nodes.values()));
  }

  ApiDefinition api(Name name, UpstreamId upstreamId) {
    FrontPath path = frontPath();
    Method method = one(Method.values());
    return new ApiDefinition(
        name,
        description(),
        new FrontEnd(path, method),
        new BackEnd(
            BackEnd.Type.VPC_RESOURCES,
            BackEnd.ConnectionMode.VPC_UPSTREAM,
            upstreamId,
            backPath(path.parameters()),
            chance(60) ? null : one(List.of(Method.GET, Method.POST, Method.PATCH)),
            new Timeout(1 + random.nextInt(1_800_000))));
  }

  private FrontPath frontPath() {
    List<String> segments = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String segment = one(SEGMENTS);
      if (!segment.startsWith("{") || !segments.contains(segment)) {
        segments.add(segment);
      }
    }
    String path = "/" + String.join("/", segments);
    return new FrontPath(!path.contains("{") && chance(40) ? "=" + path : path);
  }

  private BackPath backPath(List<String> parameters) {
    StringBuilder path = new StringBuilder("/back");
    for (String parameter : parameters) {
      if (chance(60)) {
        path.append("/{").append(parameter).append('}');
      }
    }
    return new BackPath(path.toString());
  }

  /** Any way to know somebody; null, as in events of old, too. */
  @Nullable Authentication authentication() {
    return switch (random.nextInt(5)) {
      case 0 -> null;
      case 1 -> Authentication.NONE;
      case 2 -> Authentication.WEIR;
      case 3 -> Authentication.oidc("https://id.example/" + random.nextInt(3));
      default -> Authentication.key(new KeyId(id("key-")));
    };
  }

  KeySettings key(Name name, List<String> ids) {
    Role role = one(Role.values());
    return new KeySettings(
        name,
        role,
        role == Role.OPERATOR && chance(70) ? new Scope(ids) : Scope.ALL,
        chance(50)
            ? null
            : new Expiry(Instant.ofEpochSecond(1_800_000_000L + random.nextInt(1_000_000))));
  }
}
