package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {
  private final Cursor cursor = new Cursor();

  @Test
  void admitsWhatFollows() {
    assertThat(cursor.admits(0, 9)).isTrue();
    assertThat(cursor.admits(10, 10)).isTrue();
    assertThat(cursor.admits(15, 20)).isTrue();
  }

  @Test
  void afterASeekBackAdmitsNothingThatWasFetchedBefore() {
    assertThat(cursor.admits(0, 99)).isTrue();
    cursor.sought(0);
    assertThat(cursor.admits(100, 150)).isFalse();
    assertThat(cursor.admits(151, 160)).isFalse();
    assertThat(cursor.admits(0, 99)).isTrue();
    assertThat(cursor.admits(100, 150)).isTrue();
  }

  @Test
  void afterASeekBackAdmitsAShorterTopicInThePlaceOfTheOldOne() {
    assertThat(cursor.admits(500, 600)).isTrue();
    cursor.sought(300);
    assertThat(cursor.admits(0, 40)).isTrue();
  }

  @Test
  void afterASeekForwardAdmitsWhatIsOnItsWay() {
    assertThat(cursor.admits(0, 9)).isTrue();
    cursor.sought(300);
    assertThat(cursor.admits(10, 20)).isTrue();
    assertThat(cursor.admits(300, 310)).isTrue();
  }
}
