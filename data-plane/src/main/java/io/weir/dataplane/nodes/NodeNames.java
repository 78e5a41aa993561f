package io.weir.dataplane.nodes;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the names of nodes lead, for all event loops: a name that is used is asked for again
 * whenever the TTL of its records has passed, so that who makes a connection finds the answer
 * ready. Thread-safe.
 */
final class NodeNames {
  /** How often it is looked whether the files have changed. */
  static final int LOOK_SECONDS = 5;

  private static final long FORGET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final EventLoop loop;
  private final Resolution resolution;
  private final int millis;
  private final FollowedFile hostsFile;
  private final FollowedFile resolvConf;
  private final Map<String, NamedHost> names = new ConcurrentHashMap<>();
  private Hosts hosts = Hosts.NONE;
  private Dns dns;
  private int seconds;

  /**
   * Names that are followed from now on.
   *
   * @param loop which asks the servers and reads the files; not one that serves traffic
   * @param millis how long the servers have for an answer
   */
  NodeNames(EventLoop loop, Resolution resolution, int millis) {
    this.loop = loop;
    this.resolution = resolution;
    this.millis = millis;
    hostsFile = new FollowedFile(resolution.hosts());
    resolvConf = new FollowedFile(resolution.resolvConf());
    List<String> names = hostsFile.changed();
    hosts = names == null ? Hosts.NONE : Hosts.parse(names);
    List<String> servers = resolvConf.changed();
    dns = dns(servers == null ? ResolvConf.LOCAL : ResolvConf.parse(servers));
    loop.scheduleWithFixedDelay(this::everySecond, 1, 1, TimeUnit.SECONDS);
  }

  private Dns dns(ResolvConf conf) {
    return new Dns(loop, conf, resolution.port(), millis);
  }

  /** What is known of a name, which is followed from now on; null if nothing is yet. */
  @Nullable Addresses known(String name) {
    return used(name).known();
  }

  private NamedHost used(String name) {
    NamedHost host = names.get(name);
    if (host == null) {
      host = names.computeIfAbsent(name, n -> new NamedHost(n, loop, () -> hosts, () -> dns));
    }
    host.use();
    return host;
  }

  /**
   * Finds out where a name leads: tells it at once if it is known, else later on the caller's
   * thread, sooner or later in any case.
   */
  void resolve(String name, EventExecutor caller, Consumer<Addresses> then) {
    NamedHost host = used(name);
    Addresses known = host.known();
    if (known != null) {
      then.accept(known);
    } else {
      loop.execute(() -> host.tell(addresses -> caller.execute(() -> then.accept(addresses))));
    }
  }

  private void everySecond() {
    boolean changed = seconds++ % LOOK_SECONDS == 0 && look();
    long now = System.nanoTime();
    names.values().removeIf(host -> now - host.usedAt() > FORGET_NANOS);
    names.values().forEach(host -> host.refresh(now, changed));
  }

  /** Whether anything in the files is different now. */
  private boolean look() {
    boolean changed = false;
    List<String> names = hostsFile.changed();
    if (names != null) {
      Hosts now = Hosts.parse(names);
      changed = !now.equals(hosts);
      hosts = now;
    }
    List<String> servers = resolvConf.changed();
    if (servers != null) {
      ResolvConf now = ResolvConf.parse(servers);
      if (!now.equals(dns.conf())) {
        changed = true;
        Dns old = dns;
        dns = dns(now);
        old.close();
      }
    }
    return changed;
  }
}
