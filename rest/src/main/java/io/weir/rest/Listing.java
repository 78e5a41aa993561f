package io.weir.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages; null if they were not counted
 * @param position of the last event the read model knew of
 */
public record Listing<T>(List<T> items, @Nullable Long total, long position) {
  public Listing {
    items = List.copyOf(items);
  }
}
