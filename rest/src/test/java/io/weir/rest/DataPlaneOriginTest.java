package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.value.Domain;
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

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8000, http://api.example.com:8000/",
    "https://gateway.example, https://api.example.com/"
  })
  void aDomainIsReachedByTheSameSchemeAndPort(String base, String url) {
    assertThat(origin(base).of(new Domain("api.example.com"))).isEqualTo(url);
  }

  @Test
  void nothingIsToldThatNobodyHasSaid() {
    DataPlaneOrigin unknown = new DataPlaneOrigin(Optional.empty());
    assertThat(unknown.of(ServiceId.random(), Environment.TEST)).isNull();
    assertThat(unknown.of(new Domain("api.example.com"))).isNull();
    assertThat(unknown.host(new ServiceId("service-aaaaaaaa"))).isEqualTo("service-aaaaaaaa.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000", "gateway", "/x"})
  void whatIsNoUrlEndsTheStart(String base) {
    assertThatThrownBy(() -> origin(base)).hasMessageContaining("WEIR_DATA_PLANE_ORIGIN");
  }
}
