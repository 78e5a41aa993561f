package io.weir.rest.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.ledger.command.Warning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsResetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        // before                     | after                        | body                  | reset
        "{'a':1,'b':2}                | {'a':1,'b':3}                | {'b':3}               |"
            + " none",
        "{'a':1,'b':2}                | {'a':0,'b':2}                | {'b':2}               | /a",
        "{'a':1,'b':2}                | {'b':2}                      | {'b':2}               | /a",
        "{'a':1}                      | {'a':0}                      | {'a':0}               |"
            + " none",
        "{'a':1}                      | {}                           | {'a':null}            |"
            + " none",
        "{'l':{'x':1,'y':2}}          | {'l':{'x':0,'y':2}}          | {'l':{'y':2}}         |"
            + " /l/x",
        "{'l':{'x':1}}                | {'l':{'x':0}}                | {}                    | /l",
        "{'l':{'m':{'x':1}},'b':2}    | {'l':{'m':{'x':0}},'b':0}    | {'l':{'m':{}}}        |"
            + " /l/m/x /b",
        "{}                           | {'a':1}                      | {}                    |"
            + " none",
        "{'n':[{'x':1}]}              | {'n':[{'x':0}]}              | {'n':[{}]}            |"
            + " none",
      })
  void onlyWhatHadAValueAndWasNotSentIsReset(
      String before, String after, String body, String pointers) {
    var warning = FieldsReset.between(json(before), json(after), json(body));
    assertThat(warning.map(Warning::pointers).map(found -> String.join(" ", found)).orElse(null))
        .isEqualTo(pointers);
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
