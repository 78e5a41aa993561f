package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret says which key it is of, is never the same twice, and notices a typing error. */
class KeySecretTest {
  private static final KeyId ID = new KeyId("key-4n5bfklc");
  private static final String TEXT = KeySecret.random(ID).text();

  @Test
  void namesItsKeyAndIsReadAgain() {
    assertThat(TEXT).matches("weir_4n5bfklc_[0-9A-Za-z]{49}");
    assertThat(new KeySecret(TEXT).keyId()).isEqualTo(ID);
  }

  @Test
  void noTwoAreTheSame() {
    Set<String> texts = new HashSet<>();
    IntStream.range(0, 1000).forEach(_ -> texts.add(KeySecret.random(ID).text()));
    assertThat(texts).hasSize(1000);
  }

  @Test
  void doesNotTellItself() {
    assertThat(new KeySecret(TEXT)).hasToString("the secret of key-4n5bfklc");
  }

  static Stream<String> mistyped() {
    Stream<String> oneCharacter =
        IntStream.range(0, TEXT.length())
            .mapToObj(
                i ->
                    TEXT.substring(0, i)
                        + (TEXT.charAt(i) == 'x' ? 'y' : 'x')
                        + TEXT.substring(i + 1));
    return Stream.concat(
        oneCharacter,
        Stream.of(
            "",
            "weir_",
            TEXT + "a",
            " " + TEXT,
            TEXT + "\n",
            TEXT.substring(1),
            TEXT.substring(0, TEXT.length() - 1),
            ID.value()));
  }

  @ParameterizedTest
  @MethodSource("mistyped")
  void noticesATypingError(String text) {
    assertThatThrownBy(() -> new KeySecret(text))
        .isInstanceOf(InvalidValueException.class)
        .message()
        .isEqualTo("must be an API key as it was shown when it was made");
  }
}
