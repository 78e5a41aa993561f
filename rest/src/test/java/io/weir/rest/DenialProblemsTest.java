package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.guard.Denial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenialProblemsTest {
  @ParameterizedTest
  @EnumSource
  void whatTheGuardDoesNotLetInIsAProblemOfTheSameStatus(Denial.Code code) {
    assertThat(ProblemCode.valueOf(code.name()).status()).isEqualTo(code.status());
  }
}
