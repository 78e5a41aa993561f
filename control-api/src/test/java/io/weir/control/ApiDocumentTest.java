package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Weight;
import io.weir.ledger.RefusalCode;
import io.weir.rest.ProblemCode;
import io.weir.rest.WriteParameters;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what the code does. */
class ApiDocumentTest {
  private final ApiDocument document = ApiDocument.read();

  /** Every operation of the resources with its query parameters, as {@code GET /v1/x/{}}. */
  private static Map<String, Set<String>> implemented() {
    var operations = new TreeMap<String, Set<String>>();
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.weir.control");
    for (JavaClass each : classes) {
      if (each.isAnnotatedWith(Path.class)) {
        Class<?> resource = each.reflect();
        for (Method method : resource.getMethods()) {
          verb(method)
              .forEach(
                  verb ->
                      operations.put(
                          verb + " " + path(resource, method), queryOf(resource, method)));
        }
      }
    }
    return operations;
  }

  private static List<String> verb(Method method) {
    List<String> verbs = new ArrayList<>();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        verbs.add(verb.value());
      }
    }
    return verbs;
  }

  private static String path(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    return anonymous(resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value()));
  }

  private static String anonymous(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  private static Set<String> queryOf(Class<?> resource, Method method) {
    if (method.getDeclaringClass() == ListResource.class) {
      return list(resource).parameters();
    }
    var names = new TreeSet<String>();
    WriteParameters written = resource.getAnnotation(WriteParameters.class);
    if (written != null && method.isAnnotationPresent(Consumes.class)) {
      names.addAll(List.of(written.value()));
    }
    for (Parameter parameter : method.getParameters()) {
      QueryParam own = parameter.getAnnotation(QueryParam.class);
      if (own != null) {
        names.add(own.value());
      }
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          QueryParam inner = field.getAnnotation(QueryParam.class);
          if (inner != null) {
            names.add(inner.value());
          }
        }
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

  private static Map<String, List<String>> sorts() {
    var sorts = new TreeMap<String, List<String>>();
    for (JavaClass each : new ClassFileImporter().importPackages("io.weir.control")) {
      if (each.isAssignableTo(ListResource.class)) {
        Class<?> resource = each.reflect();
        sorts.put(anonymous(resource.getAnnotation(Path.class).value()), list(resource).sorts());
      }
    }
    return sorts;
  }

  @Test
  void everyOrderOfAListIsDocumentedAndTheFirstIsTheDefault() {
    assertThat(sorts()).hasSize(17);
    document
        .root()
        .get("paths")
        .properties()
        .forEach(
            path -> {
              List<String> sorts = sorts().get(anonymous(path.getKey()));
              if (sorts != null) {
                for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                  JsonNode resolved = resolve(parameter.get("$ref").textValue());
                  if (resolved.get("name").textValue().equals("sort")) {
                    assertThat(resolved.at("/schema/enum"))
                        .extracting(JsonNode::textValue)
                        .containsExactlyElementsOf(sorts);
                    assertThat(resolved.at("/schema/default").textValue())
                        .isEqualTo(sorts.getFirst());
                  }
                }
              }
            });
  }

  private Map<String, Set<String>> documented() {
    var operations = new TreeMap<String, Set<String>>();
    document
        .root()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (!operation.getKey().equals("parameters")) {
                            operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + anonymous(path.getKey()),
                                queryOf(operation.getValue()));
                          }
                        }));
    return operations;
  }

  private Set<String> queryOf(JsonNode operation) {
    var names = new TreeSet<String>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode resolved = resolve(parameter.get("$ref").textValue());
      if (resolved.get("in").textValue().equals("query")) {
        names.add(resolved.get("name").textValue());
      }
    }
    return names;
  }

  private JsonNode resolve(String reference) {
    return document.root().at(reference.substring(1));
  }

  @Test
  void everyOperationAndQueryParameterIsDocumentedAndNoOther() {
    assertThat(documented()).isEqualTo(implemented());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(document.root().findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference -> assertThat(resolve(reference).isMissingNode()).as(reference).isFalse());
  }

  @Test
  void everyOperationHasASummaryAndSaysWhatCanGoWrong() {
    for (JsonNode path : document.root().get("paths")) {
      path.properties()
          .forEach(
              operation -> {
                if (!operation.getKey().equals("parameters")) {
                  JsonNode value = operation.getValue();
                  assertThat(value.path("summary").asText()).isNotBlank();
                  assertThat(value.get("responses").has("400")).isTrue();
                  assertThat(value.get("responses").has("503")).isTrue();
                }
              });
    }
  }

  @Test
  void everyProblemCodeIsDocumentedAndNoOther() {
    var documented = new ArrayList<String>();
    resolve("#/components/schemas/Problem/properties/code/enum")
        .forEach(code -> documented.add(code.textValue()));
    var known = new ArrayList<String>();
    Arrays.stream(ProblemCode.values()).map(Enum::name).forEach(known::add);
    Arrays.stream(RefusalCode.values()).map(Enum::name).forEach(known::add);
    assertThat(documented).containsExactlyInAnyOrderElementsOf(new TreeSet<>(known));
  }

  /** The numbers that grow one day. */
  @Test
  void theMostNodesAndTheMostWeightAreThoseOfTheValues() {
    assertThat(limits("nodes", "maxItems")).isNotEmpty().containsOnly(Nodes.MAX);
    assertThat(limits("weight", "maximum")).isNotEmpty().containsOnly(Weight.MAX);
  }

  private List<Integer> limits(String field, String keyword) {
    return document.root().get("components").get("schemas").findValues(field).stream()
        .filter(schema -> schema.has(keyword))
        .map(schema -> schema.get(keyword).intValue())
        .toList();
  }

  @Test
  void whatContradictsASchemaIsNoticed() {
    String wrong = document.example("upstream").replace("\"port\":8080", "\"port\":0");
    assertThatThrownBy(() -> document.describes("Upstream", wrong))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> document.describes("Upstream", "{}"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void examplesAreWhatTheirSchemasSay() {
    document.describes("UpstreamRequest", document.example("newUpstream"));
    document.describes("UpstreamRequest", document.example("smallestUpstream"));
    document.describes("UpstreamRequest", document.example("checkedUpstream"));
    document.describes("Upstream", document.example("upstream"));
    document.describes("UpstreamList", document.example("upstreams"));
    document.describes("NodeHealthList", document.example("nodeHealth"));
    document.describes("DomainRequest", document.example("newDomain"));
    document.describes("DomainChange", document.example("changeDomain"));
    document.describes("Domain", document.example("domain"));
    document.describes("DomainList", document.example("domains"));
    document.describes("AssociatedApiList", document.example("associatedApis"));
    document.describes("ServiceRequest", document.example("newService"));
    document.describes("ServiceList", document.example("services"));
    document.describes("ApiRequest", document.example("newApi"));
    document.describes("ApiRequest", document.example("templateApi"));
    document.describes("ApiList", document.example("apis"));
    document.describes("Release", document.example("release"));
    document.describes("ReleaseList", document.example("releases"));
    document.describes("EnvironmentList", document.example("environments"));
    document.describes("EventList", document.example("events"));
    document.describes("AttemptList", document.example("attempts"));
    document.describes("Diff", document.example("diff"));
    document.describes("KeyRequest", document.example("newKey"));
    document.describes("Key", document.example("key"));
    document.describes("MadeKey", document.example("madeKey"));
    document.describes("Session", document.example("session"));
    document.describes("LoginLink", document.example("loginLink"));
    document.describes("KeyList", document.example("keys"));
    document.describes("ReplayCheck", document.example("replayCheck"));
    document.describes("Recovery", document.example("recovery"));
    for (String problem :
        List.of(
            "validationFailed",
            "malformedJson",
            "notFound",
            "inUse",
            "nameTaken",
            "preconditionFailed",
            "unknownVpc",
            "positionNotReached")) {
      document.describes("Problem", document.example(problem));
    }
  }
}
