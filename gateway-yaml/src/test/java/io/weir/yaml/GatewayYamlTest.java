package io.weir.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.RetryOn;
import io.weir.contracts.value.UpstreamLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GatewayYamlTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  /** The example that docs/snapshot.md shows. */
  static String example() throws IOException {
    Matcher block = EXAMPLE.matcher(Files.readString(Path.of("../docs/snapshot.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  static List<String> violations(String yaml) {
    InvalidYamlException refused =
        catchThrowableOfType(InvalidYamlException.class, () -> GatewayYaml.read(yaml));
    assertThat(refused).as("refusal").isNotNull();
    return refused.violations().stream().map(PlacedViolation::toString).toList();
  }

  private static Upstream upstream(GatewayImage image, String name) {
    return image.upstreams().values().stream()
        .filter(one -> name.equals(String.valueOf(one.settings().name())))
        .findFirst()
        .orElseThrow();
  }

  private static ApiDefinition api(Service service, String name) {
    return service.released(Environment.RELEASE).orElseThrow().apis().stream()
        .map(ReleasedApi::definition)
        .filter(api -> api.name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theExampleOfTheDocumentationIsWhatItSays() throws Exception {
    GatewayImage image = GatewayYaml.read(example());
    assertThat(image.check()).isEmpty();
    Service shop = image.services().values().iterator().next();
    assertThat(shop.id()).hasToString("service-0123abcd");
    assertThat(shop.environments()).containsOnlyKeys(Environment.RELEASE, Environment.TEST);
    ApiDefinition list = api(shop, "list_pets");
    assertThat(list.frontEnd().method()).isEqualTo(Method.GET);
    assertThat(list.backEnd().path()).hasToString("/pets");
    assertThat(list.backEnd().method()).isNull();
    assertThat(api(shop, "one_pet").frontEnd().method()).isEqualTo(Method.ANY);
    assertThat(api(shop, "one_pet").backEnd().method()).isEqualTo(Method.GET);
    assertThat(api(shop, "one_pet").backEnd().path()).hasToString("/v2/pet/{id}");
    assertThat(api(shop, "pay").frontEnd().path()).hasToString("=/pay");
    assertThat(api(shop, "pay").backEnd().timeoutMillis().value()).isEqualTo(3_000);
    Upstream pets = upstream(image, "pets");
    assertThat(pets.settings().retries().value()).isEqualTo(3);
    assertThat(pets.nodes().list())
        .extracting(Node::authority)
        .containsExactly("127.0.0.1:9001", "127.0.0.1:9002");
    assertThat(pets.nodes().list()).extracting(node -> node.weight().value()).containsExactly(1, 5);
    Upstream payments = upstream(image, "payments");
    assertThat(payments.settings().protocol()).isEqualTo(Protocol.HTTPS);
    assertThat(payments.nodes().list())
        .extracting(Node::authority)
        .containsExactly("10.0.0.7:8443", "[fd00::7]:8443");
    assertThat(
            Reachability.of(image, image.instances().get(shop.settings().instanceId()), pets)
                .reachable())
        .isTrue();
  }

  @Test
  void everySettingOfAnUpstreamCanBeWritten() throws Exception {
    var settings = upstream(GatewayYaml.read(example()), "payments").settings();
    assertThat(settings.httpVersion()).isEqualTo(HttpVersion.HTTP_2);
    assertThat(settings.retryOn()).isEqualTo(new RetryOn(List.of(502, 503), true));
    assertThat(settings.healthChecker().activeCheckHttpPath()).isEqualTo("/health");
    assertThat(settings.healthChecker().tcpFailureThreshold())
        .isEqualTo(HealthChecker.DEFAULT.tcpFailureThreshold());
    assertThat(settings.slowStart().seconds()).isEqualTo(30);
    assertThat(settings.limits().maxRequestsPerNode()).isEqualTo(200);
    assertThat(settings.limits().maxRequests()).isEqualTo(UpstreamLimits.DEFAULT.maxRequests());
    assertThat(settings.tls().verify()).isTrue();
    assertThat(settings.tls().caCertificate()).hasToString("internal-ca");
  }

  @Test
  void customDomainsLeadToAnEnvironment() throws Exception {
    GatewayImage image = GatewayYaml.read(example());
    DomainSettings shop = image.domains().get(new Domain("shop.example.com")).settings();
    assertThat(shop.serviceId()).hasToString("service-0123abcd");
    assertThat(shop.environment()).isEqualTo(Environment.RELEASE);
    assertThat(shop.certificate()).hasToString("shop");
    DomainSettings test = image.domains().get(new Domain("test.shop.example.com")).settings();
    assertThat(test.environment()).isEqualTo(Environment.TEST);
    assertThat(test.certificate()).isNull();
  }

  @Test
  void whatIsWrongInsideASettingIsListedToo() {
    assertThat(
            violations(
                """
                vpcs: [a]
                upstreams:
                  u:
                    vpc: a
                    healthChecker:
                      enableActiveCheck: maybe
                      interval: 5
                    tls: {serverName: x}
                    limits: {maxRequests: 0}
                    nodes: ["127.0.0.1:80"]
                """))
        .containsExactly(
            "6:26: upstreams.u.healthChecker.enableActiveCheck must be true or false",
            "7:17: upstreams.u.healthChecker.interval is not a field of this object",
            "9:27: upstreams.u.limits.maxRequests must be 1 to 1000000");
  }

  @Test
  void theSameTextMakesTheSameImage() throws Exception {
    assertThat(GatewayYaml.read(example())).isEqualTo(GatewayYaml.read(example()));
  }

  @Test
  void anEditLeavesTheIdsOfTheRest() throws Exception {
    GatewayImage before = GatewayYaml.read(example());
    GatewayImage after = GatewayYaml.read(example().replace("weight: 5", "weight: 6"));
    assertThat(after.upstreams().keySet()).isEqualTo(before.upstreams().keySet());
    assertThat(after.provenance().ledgerId()).isNotEqualTo(before.provenance().ledgerId());
  }

  @Test
  void everythingThatIsWrongIsListedWithItsPlace() {
    assertThat(
            violations(
                """
                vpcs: [edge, "no name"]
                networks:
                  backbone: [edge, shop]
                instances:
                  front: {vpc: edge, size: 3}
                upstreams:
                  pets:
                    vpc: edge
                    retries: 0
                    protocol: FTP
                    nodes: [127.0.0.1, {address: 127.0.0.1, port: 99999}]
                services:
                  shop:
                    instance: back
                    release: [live]
                    apis:
                      one:
                        front: GET pets
                        upstream: petz
                      two:
                        upstream: pets
                        back: FETCH /
                """))
        .containsExactly(
            "1:14: vpcs[1] must be 1 to 50 characters of a-z A-Z 0-9 _",
            "3:20: networks.backbone[1] names no VPC: there is edge, no name",
            "5:28: instances.front.size is not a field of this object",
            "9:14: upstreams.pets.retries must be 1 to 100",
            "10:15: upstreams.pets.protocol must be HTTP or HTTPS",
            "11:13: upstreams.pets.nodes[0].port is required",
            "11:51: upstreams.pets.nodes[1].port must be 1 to 65535",
            "14:15: services.shop.instance names no instance: there is front",
            "15:15: services.shop.release[0] must be release, prepub or test",
            "18:16: services.shop.apis.one.front.path must start with / and have at most 512"
                + " characters",
            "19:19: services.shop.apis.one.upstream names no upstream: there is pets",
            "21:9: services.shop.apis.two.front is required",
            "22:15: services.shop.apis.two.back.method must be ANY, GET, HEAD, POST, PUT, DELETE,"
                + " PATCH or OPTIONS");
  }

  @Test
  void anApiThatCouldNotAnswerAsItIsWrittenIsRefused() {
    assertThat(
            violations(
                """
                vpcs: [edge]
                instances: {front: {vpc: edge}}
                upstreams: {pets: {vpc: edge, nodes: ["127.0.0.1:80"]}}
                services:
                  shop:
                    instance: front
                    apis:
                      one: {front: "=/%61/../b", upstream: pets}
                      two: {front: GET /two, back: HEAD /two, upstream: pets}
                """))
        .satisfiesExactly(
            one -> assertThat(one).contains("apis.one.front.path").endsWith("write =/b"),
            two ->
                assertThat(two)
                    .endsWith("two.back.method must not be HEAD unless the front end's method is"));
  }

  @Test
  void rulesBetweenObjectsAreCheckedInTheWordsOfTheText() {
    assertThat(
            violations(
                """
                vpcs: [edge]
                instances: {front: {vpc: edge}}
                upstreams: {pets: {vpc: edge, nodes: ["127.0.0.1:80"]}}
                services:
                  shop:
                    instance: front
                    apis:
                      one: {front: "/pets/{id}", upstream: pets}
                      two: {front: "/pets/{name}", upstream: pets}
                """))
        .anyMatch(
            violation ->
                violation.contains("services.shop.apis.")
                    && violation.contains("shares the front end ANY /pets/{} with API "));
  }

  @Test
  void aKeyGivenTwiceIsRefused() {
    assertThat(violations("vpcs: [a]\nvpcs: [b]\n")).containsExactly("2:1: vpcs is written twice");
  }

  @Test
  void anIdGivenTwiceIsRefused() {
    assertThat(violations("vpcs: {a: {id: vpc-00000000}, b: {id: vpc-00000000}}"))
        .containsExactly("1:39: vpcs.b.id has the id of another VPC, vpc-00000000");
  }

  @Test
  void aViolationHasThePointerOfWhatIsWrong() {
    InvalidYamlException refused =
        catchThrowableOfType(
            InvalidYamlException.class,
            () -> GatewayYaml.read("upstreams: {u: {vpc: 5, nodes: [{address: a, port: 0}]}}"));
    assertThat(refused.violations())
        .extracting(found -> found.violation().pointer())
        .containsExactly("/upstreams/u/vpc", "/upstreams/u/nodes/0/port");
  }

  @Test
  void aWordOfTheRestApiThatTheTextDoesNotHaveIsRefused() {
    assertThat(
            violations(
                """
                instances: {front: {name: other, vpcId: vpc-00000000, vpc: edge}}
                vpcs: [edge]
                """))
        .containsExactly(
            "1:27: instances.front.name is not a field of this object",
            "1:41: instances.front.vpcId is not a field of this object");
  }

  @Test
  void namesNeedNoQuotesWhateverYamlTakesThemFor() throws Exception {
    GatewayImage image =
        GatewayYaml.read(
            """
            vpcs: [no, 007, 1e3]
            networks: {12: [no, 007, 1e3]}
            instances: {true: {vpc: 007}}
            services: {0x1: {instance: true}}
            """);
    assertThat(image.vpcs().values())
        .extracting(vpc -> vpc.settings().name().value())
        .containsExactlyInAnyOrder("no", "007", "1e3");
    assertThat(image.links()).hasSize(3);
    assertThat(image.services().values())
        .extracting(service -> service.settings().name().value())
        .containsExactly("0x1");
  }

  @Test
  void aNodeIsWrittenLikeAHostHeader() {
    assertThat(
            violations(
                """
                vpcs: [a]
                upstreams:
                  u:
                    vpc: a
                    nodes:
                      - fd00::7:80
                      - "[10.0.0.1]:80"
                      - 10.0.0.1:080
                      - "[::1]"
                      - 10.0.0.1:99999999999
                      - 80
                """))
        .containsExactly(
            "6:9: upstreams.u.nodes[0].port is required",
            "7:9: upstreams.u.nodes[1].address must be a host name or an IP address",
            "8:9: upstreams.u.nodes[2].port must be an integer",
            "9:9: upstreams.u.nodes[3].address must be a host name or an IP address",
            "9:9: upstreams.u.nodes[3].port is required",
            "10:9: upstreams.u.nodes[4].port must be 1 to 65535",
            "11:9: upstreams.u.nodes[5] must be an object");
  }

  @Test
  void whatIsLeftEmptyIsAsIfItWereNotWritten() throws Exception {
    String text =
        """
        vpcs: {a: }
        networks:
        instances: {front: {vpc: a, description: }}
        upstreams: {u: {vpc: a, retries: , protocol: , nodes: [{address: b, port: 80, weight: }]}}
        services:
          s:
            instance: front
            release:
            apis: {one: {front: /, upstream: u, back: , timeoutMillis: , id: }}
            domains:
        """;
    GatewayImage image = GatewayYaml.read(text);
    GatewayImage without =
        GatewayYaml.read(
            """
            vpcs: [a]
            instances: {front: {vpc: a}}
            upstreams: {u: {vpc: a, nodes: ["b:80"]}}
            services: {s: {instance: front, apis: {one: {front: /, upstream: u}}}}
            """);
    assertThat(image.upstreams().values())
        .extracting(Upstream::settings, Upstream::nodes)
        .isEqualTo(
            without.upstreams().values().stream()
                .map(one -> org.assertj.core.groups.Tuple.tuple(one.settings(), one.nodes()))
                .toList());
    assertThat(api(image.services().values().iterator().next(), "one"))
        .isEqualTo(api(without.services().values().iterator().next(), "one"));
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsPlace() {
    assertThat(violations("vpcs: [a")).singleElement().asString().contains("is not YAML");
    assertThat(violations("")).containsExactly("1:1: the text is empty");
    assertThat(violations("- a")).containsExactly("1:1: must be an object");
    assertThat(violations("vpcs: &a [*a]")).isNotEmpty();
    assertThatThrownBy(() -> GatewayYaml.read("a: b: c")).isInstanceOf(InvalidYamlException.class);
  }
}
