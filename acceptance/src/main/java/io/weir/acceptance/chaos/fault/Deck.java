package io.weir.acceptance.chaos.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Deals everything once in an order of chance, then everything again in another. */
final class Deck<T> {
  private final List<T> cards;
  private final Random random;
  private final List<T> left = new ArrayList<>();

  Deck(List<T> cards, Random random) {
    this.cards = List.copyOf(cards);
    this.random = random;
  }

  T deal() {
    if (left.isEmpty()) {
      left.addAll(cards);
      Collections.shuffle(left, random);
    }
    return left.removeLast();
  }
}
