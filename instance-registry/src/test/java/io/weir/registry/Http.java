package io.weir.registry;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The requests that nearly every test makes. */
public final class Http {
  private Http() {}

  /** A name that nobody has. */
  public static String unique(String name) {
    return name + "_" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** A request with a JSON body, which is written with single quotes. */
  public static RequestSpecification json(String body, Object... arguments) {
    return given().contentType(ContentType.JSON).body(body.formatted(arguments).replace('\'', '"'));
  }

  /** Creates something and returns the answer, which is checked to be a success. */
  public static ValidatableResponse created(String path, String body, Object... arguments) {
    return json(body, arguments).post(path).then().statusCode(201);
  }

  /** Creates a VPC and returns its id. */
  public static String vpc() {
    return created("/v1/vpcs", "{'name':'%s'}", unique("vpc")).extract().path("id");
  }

  /** Creates a Cloud Connect Network and returns its id. */
  public static String network() {
    return created("/v1/cloud-connect-networks", "{'name':'%s'}", unique("ccn"))
        .extract()
        .path("id");
  }

  /** Creates a dedicated instance in a VPC and returns its id. */
  public static String instance(String vpcId) {
    return created("/v1/instances", "{'name':'%s','vpcId':'%s'}", unique("front"), vpcId)
        .extract()
        .path("id");
  }

  /** Where the link between the two is. */
  public static String link(String networkId, String vpcId) {
    return "/v1/cloud-connect-networks/" + networkId + "/links/" + vpcId;
  }
}
