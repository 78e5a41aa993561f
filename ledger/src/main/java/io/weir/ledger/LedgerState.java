package io.weir.ledger;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.KeyEvent.KeyRevoked;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.image.FoldException;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Inconsistency;
import io.weir.contracts.image.Service;
import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Everything a command is decided against. Immutable.
 *
 * @param versions of every stream that may go on: of what is there, and of domains, which can be
 *     bound again. What else is deleted is forgotten: its id was random and is not given again.
 *     Should chance give it again nevertheless, the table refuses a version that it has.
 */
record LedgerState(GatewayImage image, PMap<String, Long> versions) {
  static LedgerState genesis(UUID ledgerId) {
    return new LedgerState(GatewayImage.genesis(ledgerId), HashTreePMap.empty());
  }

  long position() {
    return image.position();
  }

  Chain chain() {
    return image.provenance().chain();
  }

  /** The version the next event of a stream gets. */
  long nextVersion(String stream) {
    return versions.getOrDefault(stream, 0L) + 1;
  }

  /**
   * Compares with the end of a database that has something else than this state.
   *
   * @throws LedgerRewoundException if it cannot be a continuation
   */
  void requireBefore(Chain head) {
    if (!chain().ledgerId().equals(head.ledgerId()) || position() >= head.position()) {
      throw LedgerRewoundException.of(head, chain(), "this process");
    }
  }

  /**
   * The state after events read from the ledger, which is not trusted: the chain is checked.
   *
   * @param head the end of the ledger
   * @throws LedgerRewoundException if they continue another history
   * @throws LedgerUnreadableException if one cannot be applied
   */
  LedgerState afterReading(List<Recorded> events, Chain head) {
    try {
      return afterReading(events);
    } catch (LedgerUnreadableException e) {
      Envelope first = events.getFirst().envelope();
      if (first.position() == position() + 1 && !first.prevHash().equals(chain().hash())) {
        throw LedgerRewoundException.of(head, chain(), "this process");
      }
      throw e;
    }
  }

  /**
   * The state after events that are known to be of this history.
   *
   * @throws LedgerUnreadableException if one cannot be applied
   */
  LedgerState afterReading(List<Recorded> events) {
    if (events.isEmpty()) {
      return this;
    }
    var step = new Step(this);
    Chain chain = chain();
    for (Recorded recorded : events) {
      chain = read(chain, recorded, step);
    }
    return step.apply();
  }

  private static Chain read(Chain chain, Recorded recorded, Step step) {
    try {
      if (chain.step(recorded) == Chain.Step.DUPLICATE) {
        return chain;
      }
      step.replay(recorded, EventCodec.CURRENT.decode(recorded));
      return chain.after(recorded);
    } catch (UnknownEventException e) {
      throw LedgerUnreadableException.of(recorded.envelope(), e);
    } catch (FoldException e) {
      throw LedgerUnreadableException.of(recorded.envelope(), e);
    } catch (BrokenChainException e) {
      throw LedgerUnreadableException.of(recorded.envelope(), e);
    }
  }

  /** The way from one state to the next. */
  static final class Step {
    private final GatewayDelta delta;
    private final Map<ApiId, ServiceId> newApis = new HashMap<>();
    private PMap<String, Long> versions;

    Step(LedgerState from) {
      delta = new GatewayDelta(from.image);
      versions = from.versions;
    }

    void replay(Recorded recorded, GatewayEvent event) {
      delta.replay(recorded, event);
      String stream = recorded.envelope().stream();
      versions = versions.plus(stream, recorded.envelope().version());
      switch (event) {
        case ApiCreated(var id, var service, var _) -> newApis.put(id, service);
        case ServiceDeleted(var id) -> {
          versions = versions.minus(stream);
          forgetApis(id);
        }
        case UpstreamDeleted _,
            ApiDeleted _,
            VpcDeleted _,
            NetworkDeleted _,
            InstanceDeleted _,
            KeyRevoked _ ->
            versions = versions.minus(stream);
        default -> {}
      }
    }

    /** With a service its APIs go, and no event says so of each. */
    private void forgetApis(ServiceId service) {
      Service before = delta.base().services().get(service);
      if (before != null) {
        before.apis().values().forEach(api -> forgetApi(api.id()));
      }
      newApis.forEach(
          (api, of) -> {
            if (of.equals(service)) {
              forgetApi(api);
            }
          });
    }

    private void forgetApi(ApiId api) {
      versions = versions.minus("api/" + api);
    }

    List<Inconsistency> check() {
      return delta.check();
    }

    LedgerState apply() {
      return new LedgerState(delta.apply(), versions);
    }
  }
}
