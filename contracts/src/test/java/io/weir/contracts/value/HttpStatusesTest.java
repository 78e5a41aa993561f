package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list of statuses and ranges holds exactly what it names. */
class HttpStatusesTest {
  @Test
  void holdsWhatItNamesAndNothingElse() {
    HttpStatuses statuses = new HttpStatuses("200,204,300-302,599");
    assertThat(IntStream.range(-1, 1000).filter(statuses::contains))
        .containsExactly(200, 204, 300, 301, 302, 599);
    assertThat(statuses.contains(Integer.MAX_VALUE)).isFalse();
    assertThat(statuses.contains(Integer.MIN_VALUE)).isFalse();
  }

  @Test
  void intersectsAnotherIfTheyShareOneStatus() {
    HttpStatuses statuses = new HttpStatuses("200-399");
    assertThat(statuses.intersects(new HttpStatuses("399"))).isTrue();
    assertThat(statuses.intersects(new HttpStatuses("400-599"))).isFalse();
  }

  @Test
  void isEqualToWhatIsWrittenAlike() {
    assertThat(new HttpStatuses("200-201"))
        .isEqualTo(new HttpStatuses("200-201"))
        .hasSameHashCodeAs(new HttpStatuses("200-201"))
        .isNotEqualTo(new HttpStatuses("200,201"))
        .hasToString("200-201");
  }
}
