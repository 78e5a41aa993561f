package io.weir.testing.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepositoryTest {
  @Test
  void findsWhatApplicationsReadInTheirOwnSourcesAndInThoseTheyAreBuiltWith() {
    assertThat(Repository.readByApplication("control-api"))
        .contains("WEIR_HTTP_PORT", "WEIR_POSTGRES_HOST", "WEIR_KAFKA_BOOTSTRAP_SERVERS")
        .doesNotContain("WEIR_CONTROL_API");
    assertThat(Repository.readByApplication("data-plane"))
        .contains("WEIR_REPLICA_ID", "WEIR_DATA_DIR", "WEIR_ADMIN_PORT");
  }

  @Test
  void findsTheAddressesThatAreThisMachineByDefault() {
    assertThat(Repository.localUnlessSet("control-api"))
        .contains(
            "WEIR_HTTP_HOST",
            "WEIR_POSTGRES_HOST",
            "WEIR_KAFKA_BOOTSTRAP_SERVERS",
            "WEIR_REGISTRY_URL")
        .doesNotContain("WEIR_POSTGRES_USER");
    assertThat(Repository.localUnlessSet("data-plane"))
        .contains("WEIR_HTTP_HOST", "WEIR_KAFKA_BOOTSTRAP_SERVERS");
  }
}
