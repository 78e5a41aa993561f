package io.weir.dataplane.nodes;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.dns.DnsRecordType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A name and where it leads: both families are asked for at once, and again when what was found has
 * served its time. While nobody can tell, what was known last goes on (RFC 8767). Belongs to the
 * event loop of {@link NodeNames}; {@link #known} and {@link #use} are for every thread.
 */
final class NamedHost {
  private static final long SHORTEST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_NANOS = TimeUnit.DAYS.toNanos(1);

  /** The longest pause before a name that is not there, or that nobody knows of, is asked again. */
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** How long addresses of one family wait for those of the other; RFC 8305, 3. */
  private static final long OTHER_FAMILY_MILLIS = 50;

  private static final Comparator<InetAddress> STEADY =
      Comparator.comparing(InetAddress::getAddress, NamedHost::compare);

  private final String host;
  private final EventLoop loop;
  private final Supplier<Hosts> hosts;
  private final Supplier<Dns> dns;
  private final List<Consumer<Addresses>> waiting = new ArrayList<>();
  private List<InetAddress> ipv4 = List.of();
  private List<InetAddress> ipv6 = List.of();
  private int asking;
  private boolean outdated;
  private long ttlSeconds;
  private DnsAnswer.@Nullable Failed failed;
  private long askAgainAt;
  private long pauseNanos = SHORTEST_NANOS;
  private volatile @Nullable Addresses known;
  private volatile long usedAt = System.nanoTime();

  NamedHost(String host, EventLoop loop, Supplier<Hosts> hosts, Supplier<Dns> dns) {
    this.host = host;
    this.loop = loop;
    this.hosts = hosts;
    this.dns = dns;
  }

  private static int compare(byte[] one, byte[] other) {
    return one.length == other.length
        ? Arrays.compareUnsigned(one, other)
        : Integer.compare(one.length, other.length);
  }

  /** What is known of it, or null if it is being asked for the first time. */
  @Nullable Addresses known() {
    return known;
  }

  /** Somebody wants it to be followed. */
  void use() {
    usedAt = System.nanoTime();
  }

  long usedAt() {
    return usedAt;
  }

  /** Tells where it leads as soon as anything is known. */
  void tell(Consumer<Addresses> then) {
    Addresses now = known;
    if (now != null) {
      then.accept(now);
      return;
    }
    waiting.add(then);
    if (asking == 0) {
      ask();
    }
  }

  /** Asks again if it is time, or {@code anyway}: what is being asked now may be out of date. */
  void refresh(long now, boolean anyway) {
    outdated |= anyway;
    if (asking == 0 && (outdated || now - askAgainAt >= 0)) {
      outdated = false;
      ask();
    }
  }

  private void ask() {
    List<InetAddress> fixed = hosts.get().of(host);
    if (!fixed.isEmpty()) {
      ipv4 = List.of();
      ipv6 = List.of();
      askAgainAt = System.nanoTime() + LONGEST_NANOS; // the file is followed
      publish(Addresses.of(fixed));
      return;
    }
    asking = 2;
    ttlSeconds = Long.MAX_VALUE;
    failed = null;
    Dns servers = dns.get();
    servers.ask(host, DnsRecordType.A, answer -> ipv4 = answered(answer, ipv4));
    servers.ask(host, DnsRecordType.AAAA, answer -> ipv6 = answered(answer, ipv6));
  }

  /** The addresses of a family now; what follows from both sees them when this has returned. */
  private List<InetAddress> answered(DnsAnswer answer, List<InetAddress> before) {
    asking--;
    loop.execute(this::review);
    return switch (answer) {
      case DnsAnswer.Found found -> {
        ttlSeconds = Math.min(ttlSeconds, found.ttlSeconds());
        yield found.addresses();
      }
      case DnsAnswer.Nothing _ -> List.of();
      case DnsAnswer.Failed why -> {
        failed = why;
        yield before;
      }
    };
  }

  private void review() {
    if (asking == 0) {
      settle();
    } else if (known == null && !(ipv4.isEmpty() && ipv6.isEmpty())) {
      loop.schedule(this::goAhead, OTHER_FAMILY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** One family has answered, the other keeps those waiting who could begin. */
  private void goAhead() {
    if (known == null) {
      publish(Addresses.of(both()));
    }
  }

  private void settle() {
    long now = System.nanoTime();
    boolean found = ttlSeconds != Long.MAX_VALUE;
    if (found && failed == null) {
      pauseNanos = SHORTEST_NANOS;
      long ttl = TimeUnit.SECONDS.toNanos(ttlSeconds);
      askAgainAt = now + Math.clamp(ttl, SHORTEST_NANOS, LONGEST_NANOS);
    } else {
      askAgainAt = now + pauseNanos;
      pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
    }
    List<InetAddress> all = both();
    DnsAnswer.Failed why = failed;
    if (!all.isEmpty()) {
      publish(Addresses.of(all));
    } else if (why != null) {
      String lack = OwnLack.behind(why.cause());
      String text = lack == null ? why.why() : lack;
      publish(Addresses.none("cannot resolve " + host + ": " + text, lack != null));
    } else {
      publish(Addresses.none("cannot resolve " + host + ": there is no such name", false));
    }
  }

  private List<InetAddress> both() {
    List<InetAddress> all = new ArrayList<>(ipv4);
    all.addAll(ipv6);
    all.sort(STEADY);
    return List.copyOf(all);
  }

  private void publish(Addresses now) {
    if (!now.equals(known)) {
      known = now;
    }
    List<Consumer<Addresses>> told = List.copyOf(waiting);
    waiting.clear();
    told.forEach(then -> then.accept(now));
  }
}
