package io.weir.testing.event;

import io.weir.contracts.diff.Difference;
import io.weir.contracts.diff.ImageDifferences;
import io.weir.contracts.diff.ObjectDifference;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Configurations that are compared by what they say, whatever ids their objects have. */
public final class Reverted {
  private Reverted() {}

  /** An image after events that nobody recorded. */
  public static GatewayImage apply(GatewayImage image, List<GatewayEvent> events) {
    GatewayDelta delta = new GatewayDelta(image);
    for (GatewayEvent event : events) {
      delta.replay(new Revision(1, image.position() + 1, Instant.EPOCH), event);
    }
    return delta.apply();
  }

  /**
   * What is different between two images; but that something came back with another id is no
   * difference.
   */
  public static List<String> differences(GatewayImage from, GatewayImage to) {
    List<String> gone = new ArrayList<>();
    List<String> come = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (ObjectDifference object : ImageDifferences.between(from, to)) {
      String kind = object.stream().replaceFirst("/.*", "");
      for (Difference change : object.changes()) {
        switch (object.change()) {
          case DELETED -> gone.add(kind + change.pointer() + change.from());
          case CREATED -> come.add(kind + change.pointer() + change.to());
          case CHANGED -> others.add(object.stream() + change);
        }
      }
    }
    for (String one : List.copyOf(gone)) {
      if (come.remove(one)) {
        gone.remove(one);
      }
    }
    others.addAll(gone);
    others.addAll(come);
    return others;
  }
}
