package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtValueTest {
  private static String asReceived(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "François", "维护", "naïve – yes", "50 % more", "UTF-8", "😀"})
  void utf8IsReadAsSuch(String text) {
    assertThat(ExtValue.decode(asReceived(text))).isEqualTo(text);
  }

  @Test
  void latin1StaysWhatItIs() {
    assertThat(ExtValue.decode("François")).isEqualTo("François");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "UTF-8''r%C3%A9sum%c3%a9, résumé",
        "utf-8''%e7%bb%b4%e6%8a%a4, 维护",
        "UTF-8''50%20%25%20more, 50 % more",
        "UTF-8''it%27s, it's",
        "UTF-8''%F0%9F%98%80, 😀"
      })
  void anExtValueIsUnescaped(String raw, String text) {
    assertThat(ExtValue.decode(raw)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8''50 %", "UTF-8''%C3", "UTF-8''%zz", "UTF-16''a"})
  void whatIsNoneIsTextAsItStands(String raw) {
    assertThat(ExtValue.decode(raw)).isEqualTo(raw);
  }
}
