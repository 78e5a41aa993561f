package io.weir.control.audit.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.guard.access.Caller;
import io.weir.rest.ProblemException;
import io.weir.rest.Turns;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places();

  private static Caller somebody() {
    return new Caller("k", Authentication.key(KeyId.random()), Role.VIEWER, Scope.ALL);
  }

  @Test
  void oneCallerHasSoManyAndLeavesTheOthersTheirs() {
    Caller greedy = somebody();
    Turns.Turn first = places.take(greedy);
    for (int i = 1; i < Places.EACH; i++) {
      places.take(greedy);
    }
    assertThatThrownBy(() -> places.take(greedy))
        .isInstanceOf(ProblemException.class)
        .hasMessage("k has 20 streams of events open here");
    places.take(somebody());

    first.close();
    places.take(greedy);
    assertThatThrownBy(() -> places.take(greedy)).isInstanceOf(ProblemException.class);
  }

  @Test
  void allTogetherHaveSoMany() {
    Turns.Turn first = places.take(somebody());
    for (int i = 1; i < Places.ALL; i++) {
      places.take(somebody());
    }
    Caller late = somebody();
    assertThatThrownBy(() -> places.take(late))
        .isInstanceOf(ProblemException.class)
        .hasMessage("200 streams of events are open here");

    first.close();
    places.take(late);
  }
}
