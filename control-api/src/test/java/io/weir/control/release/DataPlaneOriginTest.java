package io.weir.control.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataPlaneOriginTest {
  private static DataPlaneOrigin origin(String base) {
    return new DataPlaneOrigin(Optional.of(URI.create(base)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8000, http://service-aaaaaaaa.localhost:8000/test/",
    "https://gateway.example, https://service-aaaaaaaa.gateway.example/test/",
    "https://gateway.example/, https://service-aaaaaaaa.gateway.example/test/"
  })
  void theServiceIsTheFirstLabelOfTheHost(String base, String url) {
    assertThat(origin(base).of(new ServiceId("service-aaaaaaaa"), Environment.TEST)).isEqualTo(url);
  }

  @Test
  void nothingIsToldThatNobodyHasSaid() {
    assertThat(new DataPlaneOrigin(Optional.empty()).of(ServiceId.random(), Environment.TEST))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000", "gateway", "/x"})
  void whatIsNoUrlEndsTheStart(String base) {
    assertThatThrownBy(() -> origin(base)).hasMessageContaining("WEIR_DATA_PLANE_ORIGIN");
  }
}
