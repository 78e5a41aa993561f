package io.weir.control;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Decision;
import io.weir.ledger.Ledger;
import io.weir.testing.event.EventMother;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests of the service say again and again. */
@Singleton
public class Gateway {
  private final Ledger ledger;

  Gateway(Ledger ledger) {
    this.ledger = ledger;
  }

  private record Happened(List<GatewayEvent> events) implements Command {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public Decision decide(GatewayImage image) {
      return Decision.accept(events);
    }
  }

  /** Records what another service would. */
  public void record(GatewayEvent... events) {
    ledger
        .append(
            new Happened(List.of(events)),
            new CommandContext("tester", Authentication.NONE, Scope.ALL, null, null, "test", null),
            image -> new Answer(200, null, Map.of()))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  public long position() {
    return ledger.image().await().atMost(Duration.ofSeconds(30)).position();
  }

  public VpcId vpc() {
    var vpc = EventMother.vpc(name("vpc"));
    record(vpc);
    return vpc.id();
  }

  public InstanceId instance(VpcId vpc) {
    var instance = EventMother.instance(name("instance"), vpc);
    record(instance);
    return instance.id();
  }

  /** A name no other test has. */
  public static String name(String prefix) {
    return prefix + "_" + UUID.randomUUID().toString().substring(0, 8);
  }

  public static RequestSpecification json(String body) {
    return given().contentType("application/json").body(body);
  }

  public static String upstreamBody(String name, VpcId vpc) {
    return """
    {"name":"%s","vpcId":"%s","protocol":"HTTP","nodes":[{"address":"10.0.0.1","port":8080,"weight":5}]}\
    """
        .formatted(name, vpc);
  }

  public static String apiBody(String name, String path, String upstreamId) {
    return """
    {"name":"%s","frontEnd":{"path":"%s","method":"GET"},"backEnd":{"upstreamId":"%s","path":"/"}}\
    """
        .formatted(name, path, upstreamId);
  }

  /** Creates an object and returns its id. */
  public static String create(String path, String body) {
    Response response = json(body).post(path);
    response.then().statusCode(201);
    return response.jsonPath().getString("id");
  }

  public String upstream(VpcId vpc) {
    return create("/v1/upstreams", upstreamBody(name("upstream"), vpc));
  }

  /** Creates a service on a dedicated instance, or on the shared one if that is null. */
  public String service(InstanceId instance) {
    String on = instance == null ? "" : ",\"instanceId\":\"" + instance + "\"";
    return create("/v1/services", "{\"name\":\"" + name("service") + "\"" + on + "}");
  }

  public static String api(String service, String path, String upstream) {
    return create("/v1/services/" + service + "/apis", apiBody(name("api"), path, upstream));
  }
}
