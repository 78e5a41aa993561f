package io.weir.dataplane.nodes;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverChannelStrategy;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the name servers that a resolv.conf names, which are to do the work (RFC 1034, 5.3.1: a stub
 * resolver). Netty sends and receives; what an answer means, and for how long, is read here,
 * because Netty's own resolver forgets the TTL of the aliases on the way to an address. One event
 * loop.
 */
final class Dns implements AutoCloseable {
  /** How often each server is asked, as resolv.conf(5) has it. */
  private static final int ROUNDS = 2;

  private static final int MOST_ALIASES = 16;
  private static final int SHORTEST_MILLIS = 100;

  private final ResolvConf conf;
  private final int port;
  private final DnsNameResolver transport;

  /**
   * Servers to ask.
   *
   * @param port their port
   * @param millis how long all of them together have for an answer
   */
  Dns(EventLoop loop, ResolvConf conf, int port, int millis) {
    this.conf = conf;
    this.port = port;
    int each = Math.max(SHORTEST_MILLIS, millis / (ROUNDS * conf.servers().size()));
    transport =
        new DnsNameResolverBuilder(loop)
            .datagramChannelFactory(NioDatagramChannel::new)
            .socketChannelFactory(NioSocketChannel::new)
            // another port for every question: an answer is harder to forge (RFC 5452, 9.2)
            .datagramChannelStrategy(DnsNameResolverChannelStrategy.ChannelPerResolution)
            .nameServerProvider(new SingletonDnsServerAddressStreamProvider(server(0)))
            .queryTimeoutMillis(each)
            .optResourceEnabled(false)
            .searchDomains(List.of())
            .ndots(1)
            .hostsFileEntriesResolver((_, _) -> null)
            .resolveCache(NoopDnsCache.INSTANCE)
            .cnameCache(NoopDnsCnameCache.INSTANCE)
            .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
            .build();
  }

  private InetSocketAddress server(int turn) {
    return new InetSocketAddress(conf.servers().get(turn % conf.servers().size()), port);
  }

  /** What it was made of. */
  ResolvConf conf() {
    return conf;
  }

  /** Asks for the addresses of a name, {@link DnsRecordType#A} or {@link DnsRecordType#AAAA}. */
  void ask(String name, DnsRecordType type, Consumer<DnsAnswer> then) {
    new Lookup(conf.candidates(name), type, then).ask();
  }

  /** One name in one family: the servers in turn, the names it may stand for one by one. */
  private final class Lookup
      implements FutureListener<AddressedEnvelope<DnsResponse, InetSocketAddress>> {
    private final List<String> names;
    private final DnsRecordType type;
    private final Consumer<DnsAnswer> then;
    private int name;
    private int turn;

    Lookup(List<String> names, DnsRecordType type, Consumer<DnsAnswer> then) {
      this.names = names;
      this.type = type;
      this.then = then;
    }

    void ask() {
      DefaultDnsQuestion question;
      try {
        question = new DefaultDnsQuestion(names.get(name), type);
      } catch (IllegalArgumentException e) {
        then.accept(new DnsAnswer.Nothing()); // what cannot be asked for is not there
        return;
      }
      transport.query(server(turn), question).addListener(this);
    }

    @Override
    public void operationComplete(Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> asked) {
      if (!asked.isSuccess()) {
        again(String.valueOf(asked.cause().getMessage()), asked.cause());
        return;
      }
      AddressedEnvelope<DnsResponse, InetSocketAddress> answer = asked.getNow();
      try {
        read(answer.content());
      } finally {
        answer.release();
      }
    }

    private void read(DnsResponse response) {
      DnsResponseCode code = response.code();
      if (code.equals(DnsResponseCode.NOERROR) || code.equals(DnsResponseCode.NXDOMAIN)) {
        DnsAnswer.Found found = addresses(response, names.get(name), type);
        if (!found.addresses().isEmpty()) {
          then.accept(found);
        } else if (name + 1 < names.size()) {
          name++;
          turn = 0;
          ask();
        } else {
          then.accept(new DnsAnswer.Nothing());
        }
      } else {
        String why = server(turn).getAddress().getHostAddress() + " says " + code;
        again(why, new UnknownHostException(why));
      }
    }

    private void again(String why, Throwable cause) {
      turn++;
      if (turn < ROUNDS * conf.servers().size() && OwnLack.behind(cause) == null) {
        ask();
      } else {
        then.accept(new DnsAnswer.Failed(why, cause));
      }
    }
  }

  /** The addresses at the end of the aliases that begin with a name; RFC 1034, 3.6.2. */
  private static DnsAnswer.Found addresses(DnsResponse response, String name, DnsRecordType type) {
    String owner = name;
    long ttl = Long.MAX_VALUE;
    for (int i = 0; i < MOST_ALIASES; i++) {
      DnsRecord alias = alias(response, owner);
      if (alias == null) {
        break;
      }
      ttl = Math.min(ttl, alias.timeToLive());
      owner = DefaultDnsRecordDecoder.decodeName(((ByteBufHolder) alias).content().duplicate());
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
      DnsRecord record = response.recordAt(DnsSection.ANSWER, i);
      if (record.type().equals(type) && isOf(record, owner)) {
        InetAddress address = address(record, type);
        if (address != null && !addresses.contains(address)) {
          addresses.add(address);
          ttl = Math.min(ttl, record.timeToLive());
        }
      }
    }
    return new DnsAnswer.Found(List.copyOf(addresses), ttl);
  }

  private static @Nullable DnsRecord alias(DnsResponse response, String owner) {
    for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
      DnsRecord record = response.recordAt(DnsSection.ANSWER, i);
      if (record.type().equals(DnsRecordType.CNAME)
          && record instanceof ByteBufHolder
          && isOf(record, owner)) {
        return record;
      }
    }
    return null;
  }

  private static boolean isOf(DnsRecord record, String owner) {
    return record.name().toLowerCase(Locale.ROOT).equals(owner.toLowerCase(Locale.ROOT));
  }

  private static @Nullable InetAddress address(DnsRecord record, DnsRecordType type) {
    if (!(record instanceof ByteBufHolder raw)) {
      return null;
    }
    byte[] bytes = new byte[raw.content().readableBytes()];
    raw.content().getBytes(raw.content().readerIndex(), bytes);
    if (bytes.length != (type.equals(DnsRecordType.A) ? 4 : 16)) {
      return null;
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      return null; // not with these lengths
    }
  }

  @Override
  public void close() {
    transport.close();
  }
}
