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
import io.weir.ledger.RefusalCode;
import io.weir.rest.ProblemCode;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document says what the service does: no more, no less, and with examples that are right. */
@InstanceRegistry
class OpenApiTest {
  private static final Set<String> RECORDED =
      Set.of("Weir-Actor", "Weir-Reason", "Idempotency-Key", "X-Request-Id");

  @Inject DataSource database;
  @Inject BeanManager beans;
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

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }

  private void assertFits(JsonNode value, JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    var problems =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole).validate(value);
    assertThat(problems).as("%s as %s", value, schema).isEmpty();
  }

  @Test
  void everyOperationIsDescribedWithItsParameters() {
    assertThat(described()).containsExactlyElementsOf(offered());
  }

  private Set<String> described() {
    Set<String> operations = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        member -> {
                          if (!member.getKey().equals("parameters")) {
                            operations.add(
                                member.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + anonymous(path.getKey())
                                    + " "
                                    + parameters(member.getValue()));
                          }
                        }));
    return operations;
  }

  private Set<String> parameters(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      names.add(resolved(parameter).get("name").textValue());
    }
    names.removeAll(RECORDED);
    return names;
  }

  private Set<String> offered() {
    Set<String> operations = new TreeSet<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> resource = bean.getBeanClass();
      if (resource.isAnnotationPresent(Path.class)) {
        for (Method method : resource.getMethods()) {
          for (Annotation annotation : method.getAnnotations()) {
            var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
              operations.add(
                  verb.value() + " " + path(resource, method) + " " + names(resource, method));
            }
          }
        }
      }
    }
    return operations;
  }

  private static String path(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    return anonymous(resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value()));
  }

  /** Ids are told apart by name in the document, where all paths stand side by side. */
  private static String anonymous(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  private static Set<String> names(Class<?> resource, Method method) {
    if (method.getDeclaringClass() == ListResource.class) {
      return list(resource).parameters();
    }
    List<AnnotatedElement> named = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      named.add(parameter);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        named.addAll(List.of(parameter.getType().getDeclaredFields()));
      }
    }
    Set<String> names = new TreeSet<>();
    for (AnnotatedElement element : named) {
      QueryParam query = element.getAnnotation(QueryParam.class);
      HeaderParam header = element.getAnnotation(HeaderParam.class);
      if (query != null) {
        names.add(query.value());
      }
      if (header != null) {
        names.add(header.value());
      }
    }
    return names;
  }

  /** What a list can be asked is known without anything behind it. */
  private static ListOf list(Class<?> resource) {
    try {
      var constructor = resource.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      Object made = constructor.newInstance(new Object[constructor.getParameterCount()]);
      return ((ListResource) made).list();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(resource.getName(), e);
    }
  }

  @Test
  void everyWriteNamesTheHeadersThatAreRecordedWithIt() {
    for (JsonNode path : document.get("paths")) {
      path.properties()
          .forEach(
              member -> {
                if (Set.of("post", "put", "patch", "delete").contains(member.getKey())) {
                  assertThat(member.getValue().get("parameters"))
                      .extracting(parameter -> resolved(parameter).get("name").textValue())
                      .containsAll(RECORDED);
                }
              });
    }
  }

  @Test
  void everyExampleFitsItsSchema() {
    List<JsonNode> contents = document.findValues("content");

    assertThat(contents).hasSizeGreaterThan(20);
    for (JsonNode content : contents) {
      for (JsonNode media : content) {
        assertThat(media.path("examples")).isNotEmpty();
        for (JsonNode example : media.get("examples")) {
          assertFits(resolved(example).get("value"), media.get("schema"));
        }
      }
    }
  }

  @Test
  void everyProblemCodeInItIsOneThatWeirKnows() {
    Set<String> known = new TreeSet<>();
    for (ProblemCode code : ProblemCode.values()) {
      known.add(code.name());
    }
    for (RefusalCode code : RefusalCode.values()) {
      known.add(code.name());
    }

    assertThat(document.at("/components/schemas/Problem/properties/code/enum"))
        .isNotEmpty()
        .allSatisfy(code -> assertThat(known).contains(code.textValue()));
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
        .taciturnReplica("taciturn");

    assertFits(json(when().get("/v1/vpcs")), schema("VpcList"));
    assertFits(json(when().get("/v1/cloud-connect-networks")), schema("NetworkList"));
    assertFits(json(when().get("/v1/instances")), schema("InstanceList"));
    assertFits(json(when().get("/v1/replicas")), schema("ReplicaList"));
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
