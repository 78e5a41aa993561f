package io.weir.dataplane.balance;

import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.UpstreamId;
import org.jspecify.annotations.Nullable;

/**
 * A node of an upstream as this process knows it. The same object for as long as the upstream lists
 * the address and port and reaches it the same way, whatever else changes: its health and its
 * connections hang on its identity. Thread-safe.
 */
public final class LiveNode implements Pick {
  /** The parts of its weight that a node has when it is warm. */
  static final int FULL_SHARE = 10;

  private static final long HEARD_STEP_NANOS = 50_000_000;

  private final Node node;
  private final Way way;
  private final PoolState pool;
  private final NodeHealth health;
  private final ConnectionLimit connections;
  private volatile @Nullable LoopCounts requests;
  private @Nullable String authority;
  private @Nullable String host;
  private volatile boolean draining;
  private volatile byte share = FULL_SHARE;
  private long warmingSince;
  private long heardAt = System.nanoTime();

  LiveNode(Node node, Way way, PoolState pool) {
    this.node = node;
    this.way = way;
    this.pool = pool;
    draining = node.draining();
    health = new NodeHealth(this, pool);
    connections = new ConnectionLimit(pool);
  }

  /** Whether a node of the configuration is this one, reached the same way. */
  boolean is(Node other, Way otherWay) {
    return node.port().equals(other.port())
        && node.address().equals(other.address())
        && way.equals(otherWay);
  }

  /** Takes over what may change without its becoming another node. */
  void changedTo(Node other) {
    draining = other.draining();
  }

  /** The upstream that it is a node of. */
  public UpstreamId upstreamId() {
    return pool.id();
  }

  /** The host name or IP address to connect to. */
  public String address() {
    return node.address().value();
  }

  /** The port to connect to. */
  public int port() {
    return node.port().value();
  }

  /** {@code address:port}: what the node is called in logs and metrics. */
  public String authority() {
    // a race computes the same immutable text twice, which is cheaper than keeping it for all nodes
    String text = authority;
    if (text == null) {
      text = node.authority();
      authority = text;
    }
    return text;
  }

  /** Whether it speaks HTTPS. */
  public boolean tls() {
    return way.protocol() == Protocol.HTTPS;
  }

  /** How TLS to it is spoken; only means something if {@link #tls()}. */
  public NodeTls tlsSettings() {
    NodeTls settings = way.tls();
    return settings == null ? NodeTls.DEFAULT : settings;
  }

  /**
   * The name to ask for by SNI and to verify: the upstream's server name, else that of its Host
   * header, else the node's address.
   */
  public String tlsName() {
    String name = tlsSettings().serverName();
    if (name != null) {
      return name;
    }
    if (way.hostHeader() == null) {
      return address();
    }
    String host = way.hostHeader().value();
    if (host.startsWith("[")) {
      return host.substring(1, host.indexOf(']'));
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** The version of HTTP it is spoken to in. */
  public HttpVersion httpVersion() {
    return way.httpVersion();
  }

  /**
   * The Host header it expects: the upstream's, or its own address, with the port unless it is the
   * one that the scheme means anyway (RFC 9110, 4.2.3).
   */
  public String hostHeader() {
    return way.hostHeader() == null ? ownHost() : way.hostHeader().value();
  }

  private String ownHost() {
    String text = host;
    if (text == null) {
      String named = authority();
      text =
          port() == way.protocol().usualPort() ? named.substring(0, named.lastIndexOf(':')) : named;
      host = text;
    }
    return text;
  }

  /** Whether it only finishes the requests it has. */
  public boolean draining() {
    return draining;
  }

  /** What is known of it. */
  public NodeHealth health() {
    return health;
  }

  /** It has answered a request, at a {@link System#nanoTime()}. */
  public void heard(long now) {
    // written seldom: all event loops share it, and nobody needs to know it exactly
    if (now - heardAt > HEARD_STEP_NANOS) {
      heardAt = now;
    }
  }

  /** Whether it has answered a request since a {@link System#nanoTime()}, give or take a bit. */
  public boolean heardSince(long nanoTime) {
    return heardAt - nanoTime > 0;
  }

  /**
   * Asks for room for a request at this very node, as for another attempt there on a new
   * connection; {@link UpstreamPool#acquire} has asked for it already.
   *
   * @param loop the index of the event loop whose thread calls
   * @return whether there is room; if so, {@link #release} must follow
   */
  public boolean tryAcquire(int loop) {
    return tryAcquire(loop, pool.latest().settings().limits().maxRequestsPerNode());
  }

  boolean tryAcquire(int loop, int limit) {
    return requests().tryAdd(loop, limit);
  }

  /**
   * An attempt at this node is over, exactly once for each that there was room for.
   *
   * @param loop the index of the event loop that acquired, whose thread calls
   * @throws IllegalStateException if that loop has no attempt here
   */
  public void release(int loop) {
    requests().remove(loop);
  }

  /** How many requests it has now, of all event loops. */
  public int requestsActive() {
    LoopCounts now = requests;
    return now == null ? 0 : now.sum();
  }

  boolean hasRoom(int limit) {
    LoopCounts now = requests;
    return now == null || now.hasRoom(limit);
  }

  private LoopCounts requests() {
    LoopCounts now = requests;
    return now == null ? firstRequest() : now;
  }

  /** Only a node that has had a request needs a count. */
  private synchronized LoopCounts firstRequest() {
    LoopCounts now = requests;
    if (now == null) {
      now = new LoopCounts(pool.loops().size());
      requests = now;
    }
    return now;
  }

  /** How many connections to it there are and may be. */
  public ConnectionLimit connections() {
    return connections;
  }

  /** How many tenths of its weight it has now, 1 to 10: less than 10 while it starts slowly. */
  public int share() {
    return share;
  }

  /** Begins a slow start. */
  synchronized void beginWarming(long now) {
    warmingSince = now;
    share = 1;
  }

  /**
   * Takes the step of a slow start that is due: from one tenth at its beginning to the whole weight
   * at its end, in nine equal steps.
   *
   * @param windowNanos how long a slow start takes; 0 ends it
   * @return whether the share is another one now
   */
  synchronized boolean warm(long now, long windowNanos) {
    if (share == FULL_SHARE) {
      return false;
    }
    long passed = now - warmingSince;
    byte due =
        passed >= windowNanos ? FULL_SHARE : (byte) (1 + (FULL_SHARE - 1) * passed / windowNanos);
    boolean other = due != share;
    share = due;
    return other;
  }

  @Override
  public String toString() {
    return authority();
  }
}
