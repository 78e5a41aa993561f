package io.weir.contracts.image;

import org.jspecify.annotations.Nullable;

/**
 * The indexes of one image, made when somebody asks and handed on from image to image from then on:
 * who never asks pays nothing. They follow from the image, so none of these tells images apart.
 */
final class Lookup {
  private volatile @Nullable Indexes indexes;

  /** Of an image that nobody has asked yet. */
  Lookup() {}

  /** Of the image after {@code base}, which tables lead to. */
  Lookup(GatewayImage base, Tables tables) {
    Indexes known = base.lookup().indexes;
    indexes = known == null ? null : known.follow(tables);
  }

  Indexes of(GatewayImage image) {
    Indexes known = indexes;
    if (known == null) {
      known = Indexes.EMPTY.follow(Tables.created(image));
      indexes = known;
    }
    return known;
  }

  boolean isMade() {
    return indexes != null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lookup;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "derived";
  }
}
