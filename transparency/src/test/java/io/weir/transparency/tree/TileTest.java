package io.weir.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
  @ParameterizedTest
  @CsvSource({
    "0, 256, 000",
    "0, 1, 000.p/1",
    "5, 17, 005.p/17",
    "999, 256, 999",
    "1000, 256, x001/000",
    "1234067, 256, x001/x234/067",
    "1234067, 255, x001/x234/067.p/255"
  })
  void aTileHasThePathOfTheSpecification(long index, int width, String path) {
    var tile = new Tile(3, index, width);

    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.at(3, path)).contains(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "00",
        "0000",
        "x000/001",
        "001/002",
        "x1/002",
        "001.p/0",
        "001.p/256",
        "001.p/01",
        "001.p/",
        "001.p",
        "000/",
        "/000",
        "-01",
        "x001/000.p/1/",
        "x00a/000",
        "001.p/1000",
        "x036/x028/x797/x018/x963/968",
        "x072/x057/x594/x037/x927/936"
      })
  void whatIsNoPathNamesNoTile(String path) {
    assertThat(Tile.at(0, path)).isEmpty();
  }

  @Test
  void aTreeOf70000HasTheTilesOfTheSpecification() {
    assertThat(Tile.widthAt(0, 272, 70_000)).isEqualTo(256);
    assertThat(Tile.widthAt(0, 273, 70_000)).isEqualTo(112);
    assertThat(Tile.widthAt(0, 274, 70_000)).isZero();
    assertThat(Tile.widthAt(1, 0, 70_000)).isEqualTo(256);
    assertThat(Tile.widthAt(1, 1, 70_000)).isEqualTo(17);
    assertThat(Tile.widthAt(2, 0, 70_000)).isEqualTo(1);
    assertThat(Tile.widthAt(3, 0, 70_000)).isZero();
  }

  @Test
  void aTileThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Tile(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(8, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tile(0, 1L << 55, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Tile.at(8, "000")).isEmpty();
    assertThat(Tile.at(0, "x036/x028/x797/x018/x963/967"))
        .contains(new Tile(0, (1L << 55) - 1, 256));
  }
}
