package io.weir.control.domain;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ControlApi
class DomainResourceTest {
  @Inject Gateway gateway;
  private final String domain = UUID.randomUUID() + ".example.com";
  private String service;
  private String path;

  @BeforeEach
  void service() {
    service = gateway.service(gateway.instance(gateway.vpc()));
    path = "/v1/services/" + service + "/domains";
  }

  private String body(String environment) {
    return "{\"domain\":\"%s\",\"environment\":\"%s\",\"certificate\":\"example\"}"
        .formatted(domain, environment);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"environment\":\"release\"} | /domain | is required",
        "{\"domain\":\"a.example\"} | /environment | is required",
        "{\"domain\":\"example\",\"environment\":\"release\"} | /domain | must be a host name in"
            + " lower case of two labels or more, not below localhost",
        "{\"domain\":\"A.example\",\"environment\":\"release\"} | /domain | must be a host name in"
            + " lower case of two labels or more, not below localhost",
        "{\"domain\":\"10.0.0.1\",\"environment\":\"release\"} | /domain | must be a host name in"
            + " lower case of two labels or more, not below localhost",
        "{\"domain\":\"a.example\",\"environment\":\"RELEASE\"} | /environment | must be release,"
            + " prepub or test",
        "{\"domain\":\"a.example\",\"environment\":\"test\",\"certificate\":\"../a\"} |"
            + " /certificate | must be 1 to 64 characters of a-z A-Z 0-9 . _ - and not start with"
            + " .",
        "{\"domain\":\"a.example\",\"environment\":\"test\",\"serviceId\":\"service-00000000\"} |"
            + " /serviceId | is not a field of this object",
      })
  void aWrongFieldIsNamed(String body, String pointer, String detail) {
    json(body)
        .post(path)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", contains(pointer))
        .body("errors.detail", contains(detail));
  }

  @Test
  void whatCannotBeADomainOrAServiceIsNotFound() {
    given().get(path + "/nonsense").then().statusCode(404);
    json(body("test")).post("/v1/services/service-00000000/domains").then().statusCode(404);
    json(body("test")).post("/v1/services/nonsense/domains").then().statusCode(404);
  }
}
