package io.weir.guard.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.value.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleNamesTest {
  @Test
  void everyRoleHasANameUnlessSomethingIsSaid() {
    for (Role role : Role.values()) {
      assertThat(
              RoleNames.standard().among(List.of("weir-" + role.name().toLowerCase(Locale.ROOT))))
          .contains(role);
    }
    assertThat(RoleNames.standard().among(List.of("ADMIN", "admin", "weir-", ""))).isEmpty();
  }

  @Test
  void namesAreThoseOfTheIssuerAndOfSeveralTheLastRoleCounts() {
    RoleNames names = RoleNames.of(List.of("team=OPERATOR", " everybody = VIEWER", "a=b=ADMIN"));
    assertThat(names.among(List.of("everybody"))).contains(Role.VIEWER);
    assertThat(names.among(List.of("team", "everybody", "x"))).contains(Role.OPERATOR);
    assertThat(names.among(List.of("a=b"))).contains(Role.ADMIN);
    assertThat(names.among(List.of("weir-admin"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "team", "=ADMIN", "team=", "team=admin", "team=ROOT"})
  void whatIsNoPairIsNamed(String wrong) {
    assertThatThrownBy(() -> RoleNames.of(List.of("a=VIEWER", wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("WEIR_OIDC_ROLES", "\"" + wrong + "\"");
  }

  @Test
  void aNameThatIsGivenTwiceIsNamed() {
    assertThatThrownBy(() -> RoleNames.of(List.of("a=VIEWER", "a=ADMIN")))
        .hasMessageContaining("\"a\" twice");
  }
}
