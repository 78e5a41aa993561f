package io.weir.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Retired types are read as their successors; the text that was stored stays as it is. */
class UpcastingTest {
  /** Once a rename, {@code {id, name}}; then a name and a comment; now whole settings. */
  private static final Upcaster RENAMED =
      new Upcaster("vpc.renamed.v1", "vpc.relabelled.v1", data -> data.put("comment", "none"));

  private static final Upcaster RELABELLED =
      new Upcaster(
          "vpc.relabelled.v1",
          "vpc.changed.v1",
          data -> {
            data.putObject("settings")
                .put("name", data.remove("name").asText())
                .put("description", data.remove("comment").asText());
            return data;
          });

  private static final EventCodec CODEC = new EventCodec(List.of(RELABELLED, RENAMED));
  private static final VpcId ID = new VpcId("vpc-4n5bfklc");

  @Test
  void aRetiredTypeIsReadThroughOneUpcaster() {
    assertThat(
            CODEC.decode(
                "vpc.relabelled.v1",
                "{\"id\":\"vpc-4n5bfklc\",\"name\":\"core\",\"comment\":\"old\"}"))
        .isEqualTo(new VpcChanged(ID, new VpcSettings(new Name("core"), new Description("old"))));
  }

  @Test
  void aTypeRetiredTwiceIsReadThroughTwo() {
    assertThat(CODEC.decode("vpc.renamed.v1", "{\"id\":\"vpc-4n5bfklc\",\"name\":\"core\"}"))
        .isEqualTo(new VpcChanged(ID, new VpcSettings(new Name("core"), new Description("none"))));
  }

  @Test
  void currentTypesAreReadAsTheyAre() {
    String data =
        EventCodec.CURRENT.encode(
            new VpcChanged(ID, new VpcSettings(new Name("core"), Description.NONE)));
    assertThat(CODEC.decode("vpc.changed.v1", data))
        .isEqualTo(EventCodec.CURRENT.decode("vpc.changed.v1", data));
  }

  @Test
  void faultsNameTheTypeThatWasStored() {
    assertThatThrownBy(() -> CODEC.decode("vpc.renamed.v1", "{\"id\":\"x\",\"name\":\"core\"}"))
        .isInstanceOf(UnknownEventException.class)
        .hasMessage(
            "cannot read the data of an event of type vpc.renamed.v1:"
                + " /id: must be vpc- followed by 8 characters of a-z 0-9");
    assertThatThrownBy(() -> CODEC.decode("vpc.renamed.v1", "[]"))
        .isInstanceOf(UnknownEventException.class)
        .hasMessage(
            "cannot read the data of an event of type vpc.renamed.v1: it is no JSON object");
    assertThatThrownBy(() -> CODEC.decode("vpc.relabelled.v1", "{\"id\":\"vpc-4n5bfklc\"}"))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageStartingWith(
            "cannot read the data of an event of type vpc.relabelled.v1:"
                + " it cannot become vpc.changed.v1: ");
    assertThatThrownBy(() -> CODEC.decode("vpc.renamed.v2", "{}"))
        .hasMessage("this version of Weir knows no event type vpc.renamed.v2");
  }

  @Test
  void upcastersThatCannotWorkAreRefusedAtOnce() {
    assertThatThrownBy(() -> new EventCodec(List.of(RENAMED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the upcaster from vpc.renamed.v1 leads to no current type");
    assertThatThrownBy(() -> new EventCodec(List.of(RELABELLED, RELABELLED)))
        .hasMessage("two upcasters start from vpc.relabelled.v1");
    assertThatThrownBy(
            () -> new EventCodec(List.of(new Upcaster("vpc.changed.v1", "x", data -> data))))
        .hasMessage("vpc.changed.v1 is a current type: never upcast");
    assertThatThrownBy(
            () ->
                new EventCodec(
                    List.of(
                        new Upcaster("a.v1", "a.v2", data -> data),
                        new Upcaster("a.v2", "a.v1", data -> data))))
        .hasMessage("the upcaster from a.v1 leads to no current type");
  }
}
