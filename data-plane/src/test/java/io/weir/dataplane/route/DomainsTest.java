package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ServiceId;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
  private static final Domain DOMAIN = new Domain("api.example.com");

  private final SampleGateway sample = SampleGateway.withNodes(EventMother.node(1_001, 1));
  private final FakeLedger ledger = sample.ledger();
  private RouteCompiler compiler = new RouteCompiler(null, 1, 1);
  private RouteTable table = compiler.compile(RouteTable.empty(), ledger.image());

  private void after(GatewayEvent event) {
    GatewayDelta delta = new GatewayDelta(ledger.image());
    Recorded recorded = ledger.append(event).getFirst();
    delta.replay(recorded, event);
    table = compiler.compile(table, delta.apply(), delta);
    RouteTable whole = compiler.compile(RouteTable.empty(), ledger.image());
    assertThat(whole.domains())
        .extracting(DomainRoute::domain)
        .isEqualTo(table.domains().stream().map(DomainRoute::domain).toList());
  }

  private void bind() {
    after(new DomainBound(DOMAIN, settings(Environment.RELEASE)));
  }

  private DomainSettings settings(Environment environment) {
    return new DomainSettings(sample.service().id(), environment, new CertificateName("example"));
  }

  /** As a request does it: the domain first, then the service, then the path. */
  private Route find(String host, String path) {
    byte[] authority = Ascii.bytes("Host: " + host + "\r\n");
    int end = authority.length - 2;
    byte[] bytes = Ascii.bytes(path);
    DomainRoute domain = table.domain(authority, 6, end);
    ServiceRoutes service =
        domain == null ? table.service(authority, 6, end) : table.service(domain);
    EnvironmentRoutes answers =
        service == null
            ? null
            : domain == null
                ? service.environment(bytes, 0, bytes.length)
                : service.environment(domain.environment());
    if (answers == null) {
      return null;
    }
    int from = domain == null ? answers.prefixLength() : 0;
    return answers.match(bytes, from, bytes.length, Method.GET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example.com",
        "API.Example.COM",
        "api.example.com:8443",
        "api.example.com.",
        "api.example.com.:80"
      })
  void aDomainLeadsToItsEnvironmentWithoutAPrefix(String host) {
    bind();
    assertThat(find(host, "/pets").apiId()).isEqualTo(sample.api().id());
    assertThat(find(host, "/release/pets")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "xapi.example.com", "api.example.co", "", ":", "."})
  void otherHostsAreNotIt(String host) {
    bind();
    assertThat(find(host, "/pets")).isNull();
  }

  @Test
  void theServicesOwnHostAnswersAsBefore() {
    bind();
    assertThat(find(sample.service().id() + ".localhost", "/release/pets")).isNotNull();
  }

  @Test
  void aDomainGoesBeforeAServiceThatItsFirstLabelNames() {
    Domain confusing = new Domain(sample.service().id() + ".example.com");
    after(new DomainBound(confusing, settings(Environment.RELEASE)));
    assertThat(find(confusing.value(), "/pets")).isNotNull();
    assertThat(find(confusing.value(), "/release/pets")).isNull();
  }

  @Test
  void aDomainCanBePointedElsewhereAndTakenAway() {
    bind();
    after(new DomainChanged(DOMAIN, settings(Environment.TEST)));
    assertThat(find("api.example.com", "/pets")).isNull();
    assertThat(table.domain("api.example.com").environment()).isEqualTo(Environment.TEST);
    after(new DomainUnbound(DOMAIN));
    assertThat(table.domain("api.example.com")).isNull();
    assertThat(table.domains()).isEmpty();
  }

  @Test
  void itsCertificateIsFoundByTheNameThatAClientAsksFor() {
    bind();
    assertThat(table.domain("API.example.com").certificate()).hasToString("example");
  }

  @Test
  void aDomainOfAServiceThatIsNotServedHereLeadsNowhere() {
    after(
        new DomainBound(
            new Domain("other.example.com"),
            new DomainSettings(ServiceId.random(), Environment.RELEASE, null)));
    assertThat(find("other.example.com", "/pets")).isNull();
    bind();
    compiler = new RouteCompiler(InstanceId.random(), 1, 1);
    table = compiler.compile(RouteTable.empty(), ledger.image());
    assertThat(find("api.example.com", "/pets")).isNull();
  }

  @Test
  void compilingAWholeImageTakesAwayWhatIsGone() {
    bind();
    table = compiler.compile(table, sample.ledger().image());
    assertThat(table.domains()).isEmpty();
  }
}
