package io.weir.registry;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.restassured.response.Response;
import io.weir.contracts.codec.Json;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service takes and answers what its document says. */
@InstanceRegistry
class OpenApiTest {
  @Inject DataSource database;
  private JsonNode document;

  @BeforeEach
  void readTheDocument() {
    document = json(when().get("/openapi?format=json"));
  }

  private static JsonNode json(Response response) {
    try {
      return Json.MAPPER.readTree(response.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.asString(), e);
    }
  }

  private void assertFits(JsonNode value, JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    var problems =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole).validate(value);
    assertThat(problems).as("%s as %s", value, schema).isEmpty();
  }

  private ObjectNode example(String name) {
    return document.at("/components/examples/" + name + "/value").deepCopy();
  }

  private JsonNode schema(String name) {
    return Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  private JsonNode create(String path, ObjectNode body) {
    body.put("name", Http.unique("example"));
    Response answer = given().contentType("application/json").body(body.toString()).post(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return json(answer);
  }

  @Test
  void theExamplesAreAcceptedAndAnsweredAsTheSchemasSay() {
    JsonNode vpc = create("/v1/vpcs", example("newVpc"));
    JsonNode network = create("/v1/cloud-connect-networks", example("newNetwork"));
    String id = vpc.get("id").textValue();
    Response link = when().put(Http.link(network.get("id").textValue(), id));
    JsonNode instance = create("/v1/instances", example("newInstance").put("vpcId", id));

    Response patched =
        given()
            .contentType("application/merge-patch+json")
            .body(example("newDescription").toString())
            .patch("/v1/vpcs/" + id);

    assertFits(vpc, schema("Vpc"));
    assertFits(json(patched), schema("Vpc"));
    assertFits(instance, schema("Instance"));
    assertFits(json(link), schema("Link"));
    assertFits(
        json(when().get("/v1/cloud-connect-networks/" + network.get("id").textValue())),
        schema("Network"));
  }

  @Test
  void listsAreAnsweredAsTheSchemasSay() {
    ReadSchema.create(database)
        .at(30)
        .named("vpc", "vpc", "edge")
        .named("network", "ccn", "backbone")
        .link("ccn-00000001", "vpc-00000001", true, 22)
        .instances("vpc-00000001", "instance-00000001")
        .replica("every", "*", 30, 0)
        .taciturnReplica("taciturn")
        .certificate("every", "shop", "timestamptz '2030-03-01T00:00:00Z'", "'its key is gone'")
        .certificate("taciturn", "gone", "null::timestamptz", "null");

    assertFits(json(when().get("/v1/vpcs")), schema("VpcList"));
    assertFits(json(when().get("/v1/cloud-connect-networks")), schema("NetworkList"));
    assertFits(json(when().get("/v1/instances")), schema("InstanceList"));
    assertFits(json(when().get("/v1/replicas")), schema("ReplicaList"));
    assertFits(json(when().get("/v1/certificates")), schema("CertificateList"));
    assertFits(json(when().get("/v1/certificates?fields=summary")), schema("CertificateList"));
  }

  @Test
  void errorsAreAnsweredAsTheSchemaSays() {
    assertFits(json(Http.json("{'name':7,'x':1}").post("/v1/vpcs")), schema("Problem"));
    assertFits(json(when().get("/v1/vpcs/vpc-00000000")), schema("Problem"));
    assertFits(
        json(Http.json("{'name':'x','vpcId':'vpc-00000000'}").post("/v1/instances")),
        schema("Problem"));
  }
}
