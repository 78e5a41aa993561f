package io.weir.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.ledger.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static List<String> users(int count) {
    return IntStream.range(0, count).mapToObj(i -> "upstream-" + i).toList();
  }

  private static Refusal refusal(int count) {
    return Rules.unused("vpc-1", "is used by", users(count), users(count)).orElseThrow();
  }

  @Test
  void whatNobodyUsesIsFree() {
    assertThat(Rules.unused("vpc-1", "is used by", List.of(), List.of())).isEmpty();
  }

  @Test
  void aFewUsersAreAllNamed() {
    assertThat(refusal(20).detail()).isEqualTo("vpc-1 is used by " + String.join(", ", users(20)));
    assertThat(refusal(20).related()).isEqualTo(users(20));
  }

  @Test
  void ofManyUsersTheFirstAreNamedAndAllAreCounted() {
    assertThat(refusal(2_101).detail())
        .startsWith("vpc-1 is used by upstream-0, upstream-1, ")
        .endsWith("upstream-19 and 2,081 more");
    assertThat(refusal(2_101).related()).isEqualTo(users(100));
  }
}
