package io.weir.control.traffic.minute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurationsTest {
  private static Durations read(String pairs) throws JsonProcessingException {
    List<JsonNode> all = new ArrayList<>();
    Json.MAPPER.readTree(pairs).forEach(all::add);
    return Durations.read(all);
  }

  @Test
  void aQuantileIsTheBoundOfTheBucketInWhichItIs() throws JsonProcessingException {
    Durations durations = read("[[500,50],[1000,40],[2500,9],[null,1]]");
    assertThat(durations.count()).isEqualTo(100);
    assertThat(durations.quantile(50)).isEqualTo(500);
    assertThat(durations.quantile(51)).isEqualTo(1_000);
    assertThat(durations.quantile(90)).isEqualTo(1_000);
    assertThat(durations.quantile(99)).isEqualTo(2_500);
    assertThat(durations.quantile(100)).isEqualTo(Durations.BEYOND);
    assertThat(read("[[500,1]]").quantile(1)).isEqualTo(500);
  }

  @Test
  void bucketsAreInAnyOrderAndOfAnyBounds() throws JsonProcessingException {
    Durations sum = read("[[1000,1],[500,2],[1000,3]]").plus(read("[[750,4],[2000,5]]"));
    assertThat(sum.count()).isEqualTo(15);
    assertThat(sum.quantile(100 * 2 / 15)).isEqualTo(500);
    assertThat(sum.quantile(100 * 6 / 15)).isEqualTo(750);
    assertThat(sum.quantile(60)).isEqualTo(1_000);
    assertThat(sum.quantile(100)).isEqualTo(2_000);
  }
}
