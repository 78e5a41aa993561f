package io.weir.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.value.Address;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.Weight;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
  private record Pool(Name name, Description description, Retries retries, Nodes nodes) {
    static Pool read(Fields fields) {
      var name = fields.text("name", Name::new).required();
      var description = fields.text("description", Description::new).or(Description.NONE);
      var retries = fields.integer("retries", Retries::new).or(Retries.DEFAULT);
      var nodes = fields.list("nodes", Pool::node, Nodes::new).required();
      return fields.build(
          () -> new Pool(name.get(), description.get(), retries.get(), nodes.get()));
    }

    private static Node node(Fields fields) {
      var address = fields.text("address", Address::new).required();
      var port = fields.integer("port", Port::new).required();
      var weight = fields.integer("weight", Weight::new).required();
      return fields.build(() -> new Node(address.get(), port.get(), weight.get()));
    }
  }

  private static final String NODE = "{\"address\":\"10.0.0.1\",\"port\":80,\"weight\":1}";

  private static Body body(String json) {
    return Body.parse(json.getBytes(UTF_8));
  }

  private static List<String> violations(String json) {
    var thrown =
        catchThrowableOfType(InvalidContentException.class, () -> body(json).read(Pool::read));
    return thrown.violations().stream().map(v -> v.pointer() + " " + v.detail()).toList();
  }

  /** A body with a flag and a list of numbers. */
  private record Flagged(boolean flag, List<Integer> numbers) {
    static Flagged read(Fields fields) {
      var flag = fields.bool("flag").or(false);
      var numbers = fields.integers("numbers", List::copyOf).or(List.of());
      return fields.build(() -> new Flagged(flag.get(), numbers.get()));
    }
  }

  @Test
  void flagsAndNumbersBecomeValues() {
    assertThat(body("{}").read(Flagged::read)).isEqualTo(new Flagged(false, List.of()));
    assertThat(body("{\"flag\":true,\"numbers\":[3,1]}").read(Flagged::read))
        .isEqualTo(new Flagged(true, List.of(3, 1)));
  }

  @Test
  void everyWrongNumberOfAListIsNamedByItsPlace() {
    var thrown =
        catchThrowableOfType(
            InvalidContentException.class,
            () -> body("{\"flag\":0,\"numbers\":[1,\"2\",3.5,null]}").read(Flagged::read));
    assertThat(thrown.violations())
        .extracting(v -> v.pointer() + " " + v.detail())
        .containsExactly(
            "/flag must be true or false",
            "/numbers/1 must be an integer",
            "/numbers/2 must be an integer",
            "/numbers/3 must be an integer");
  }

  @Test
  void aRightBodyBecomesValues() {
    Pool pool =
        body("{\"name\":\"a\",\"nodes\":[" + NODE + "],\"description\":null}").read(Pool::read);
    assertThat(pool.name()).isEqualTo(new Name("a"));
    assertThat(pool.description()).isEqualTo(Description.NONE);
    assertThat(pool.retries()).isEqualTo(Retries.DEFAULT);
    assertThat(pool.nodes().list())
        .containsExactly(new Node(new Address("10.0.0.1"), new Port(80), new Weight(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"five\" | must be an integer",
        "1.5 | must be an integer",
        "true | must be an integer",
        "[] | must be an integer",
        "0 | must be 1 to 100",
        "101 | must be 1 to 100",
        "99999999999999999999 | must be 1 to 100",
        "-99999999999999999999 | must be 1 to 100",
      })
  void aWrongNumberIsNamedPrecisely(String value, String detail) {
    assertThat(violations("{\"name\":\"a\",\"retries\":" + value + ",\"nodes\":[" + NODE + "]}"))
        .containsExactly("/retries " + detail);
  }

  @Test
  void everyViolationOfEveryNodeIsNamed() {
    String nodes =
        NODE
            + ",{\"address\":\"-\",\"port\":65536,\"weight\":-1},7,{\"address\":5,\"port\":null,\"wait\":0}";
    assertThat(violations("{\"nodes\":[" + nodes + "]}"))
        .containsExactly(
            "/name is required",
            "/nodes/1/address must be a host name or an IP address",
            "/nodes/1/port must be 1 to 65535",
            "/nodes/1/weight must be 0 to 100",
            "/nodes/2 must be an object",
            "/nodes/3/address must be a string",
            "/nodes/3/port is required and must not be null",
            "/nodes/3/weight is required",
            "/nodes/3/wait is not a field of this object");
  }

  @Test
  void whatTheWholeListViolatesIsReportedAtTheList() {
    assertThat(violations("{\"name\":\"a\",\"nodes\":[]}"))
        .containsExactly("/nodes must hold 1 to " + Nodes.MAX + " nodes");
    assertThat(violations("{\"name\":\"a\",\"nodes\":[" + NODE + "," + NODE + "]}"))
        .containsExactly("/nodes must not name 10.0.0.1:80 twice");
    String many =
        IntStream.rangeClosed(1, Nodes.MAX + 1)
            .mapToObj(i -> "{\"address\":\"a\",\"port\":" + i + ",\"weight\":1}")
            .collect(Collectors.joining(","));
    assertThat(violations("{\"name\":\"a\",\"nodes\":[" + many + "]}"))
        .containsExactly("/nodes must hold 1 to " + Nodes.MAX + " nodes");
  }

  @Test
  void pointersAreEscaped() {
    assertThat(violations("{\"name\":\"a\",\"nodes\":[" + NODE + "],\"a/b~c\":1}"))
        .containsExactly("/a~1b~0c is not a field of this object");
  }

  @Test
  void aChoiceNamesItsAlternatives() {
    var thrown =
        catchThrowableOfType(
            InvalidContentException.class,
            () ->
                body("{\"protocol\":\"FTP\",\"method\":\"get\"}")
                    .read(
                        fields -> {
                          var protocol = fields.choice("protocol", Protocol.class).required();
                          var method = fields.choice("method", Method.class).required();
                          return fields.build(() -> protocol.get() + "" + method.get());
                        }));
    assertThat(thrown.violations())
        .extracting(Violation::detail)
        .containsExactly(
            "must be HTTP or HTTPS", "must be ANY, GET, HEAD, POST, PUT, DELETE, PATCH or OPTIONS");
  }

  @Test
  void whatIsReadOnlyMayBeSentBackButNotChanged() {
    String read =
        body("{\"id\":\"x\",\"version\":7}")
            .read(fields -> fields.same("id", "x").readOnly("version").build(() -> "fine"));
    assertThat(read).isEqualTo("fine");
    var thrown =
        catchThrowableOfType(
            InvalidContentException.class,
            () -> body("{\"id\":\"y\"}").read(fields -> fields.same("id", "x").build(() -> "")));
    assertThat(thrown.violations())
        .containsExactly(Violation.field("/id", "must be x, as in the path"));
  }

  @Test
  void aFloodOfViolationsIsCutShort() {
    String fields =
        IntStream.range(0, 5000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
    assertThat(violations("{" + fields + "}")).hasSize(1000);
  }

  @Test
  void whatIsWrongBeyondTheCutIsStillWrong() {
    String nodes = String.join(",", Collections.nCopies(600, "{}"));
    assertThat(violations("{\"name\":\"a\",\"nodes\":[" + nodes + "]}")).hasSize(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "7", "\"text\"", "null"})
  void aBodyMustBeAnObject(String json) {
    var thrown = catchThrowableOfType(InvalidContentException.class, () -> body(json));
    assertThat(thrown.violations()).containsExactly(Violation.field("", "must be a JSON object"));
  }
}
