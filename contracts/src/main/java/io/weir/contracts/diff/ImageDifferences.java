package io.weir.contracts.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Network;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two configurations, object by object. What both share is not looked at.
 */
public final class ImageDifferences {
  private final GatewayImage from;
  private final GatewayImage to;
  private final List<ObjectDifference> found = new ArrayList<>();

  private ImageDifferences(GatewayImage from, GatewayImage to) {
    this.from = from;
    this.to = to;
  }

  /** What has to change for one configuration to become the other; by kind, then by id. */
  public static List<ObjectDifference> between(GatewayImage from, GatewayImage to) {
    var differences = new ImageDifferences(from, to);
    differences.all();
    return List.copyOf(differences.found);
  }

  private void all() {
    each("vpc", from.vpcs(), to.vpcs(), (was, is) -> compared(Content.of(was), Content.of(is)));
    networks();
    each(
        "instance",
        from.instances(),
        to.instances(),
        (was, is) -> compared(Content.of(was), Content.of(is)));
    each(
        "upstream",
        from.upstreams(),
        to.upstreams(),
        (was, is) -> compared(Content.of(was), Content.of(is)));
    each("service", from.services(), to.services(), Differences::ofService);
    each(
        "api",
        drafts(from, to),
        drafts(to, from),
        (was, is) -> compared(Content.of(was), Content.of(is)));
    each(
        "domain",
        from.domains(),
        to.domains(),
        (was, is) -> compared(Content.of(was), Content.of(is)));
    each("key", from.keys(), to.keys(), (was, is) -> compared(Content.of(was), Content.of(is)));
    each(
        "ledger-key",
        from.ledgerKeys(),
        to.ledgerKeys(),
        (was, is) -> compared(Content.of(was), Content.of(is)));
  }

  private static List<Difference> compared(ObjectNode was, ObjectNode is) {
    return Differences.between(was, is);
  }

  /** Their links stand beside them: one can be other without the network's being touched. */
  private void networks() {
    for (CcnId id : keys(from.networks(), to.networks())) {
      Network was = from.networks().get(id);
      Network is = to.networks().get(id);
      add(
          "ccn/" + id,
          was == null,
          is == null,
          compared(Content.of(was, from.linksOf(id)), Content.of(is, to.linksOf(id))));
    }
  }

  /** The drafts of those services that are not the same in another image. */
  private static SortedMap<ApiId, Api> drafts(GatewayImage image, GatewayImage other) {
    SortedMap<ApiId, Api> drafts = new TreeMap<>();
    image
        .services()
        .forEach(
            (ServiceId id, Service service) -> {
              Service besides = other.services().get(id);
              if (besides == null || besides.apis() != service.apis()) {
                drafts.putAll(service.apis());
              }
            });
    return drafts;
  }

  @FunctionalInterface
  private interface Comparing<T> {
    List<Difference> between(@Nullable T was, @Nullable T is);
  }

  private <K extends Comparable<? super K>, T> void each(
      String kind, Map<K, T> were, Map<K, T> are, Comparing<T> comparing) {
    for (K id : keys(were, are)) {
      T was = were.get(id);
      T is = are.get(id);
      if (was != is) {
        add(kind + "/" + id, was == null, is == null, comparing.between(was, is));
      }
    }
  }

  private static <K extends Comparable<? super K>> TreeSet<K> keys(Map<K, ?> some, Map<K, ?> more) {
    TreeSet<K> all = new TreeSet<>(some.keySet());
    all.addAll(more.keySet());
    return all;
  }

  private void add(String stream, boolean isNew, boolean isGone, List<Difference> changes) {
    if (!changes.isEmpty()) {
      found.add(
          new ObjectDifference(
              stream,
              isNew
                  ? ObjectDifference.Change.CREATED
                  : isGone ? ObjectDifference.Change.DELETED : ObjectDifference.Change.CHANGED,
              changes));
    }
  }
}
