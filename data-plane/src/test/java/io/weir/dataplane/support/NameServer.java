package io.weir.dataplane.support;

import io.weir.dataplane.nodes.Resolution;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server on an address of this host, by UDP and TCP, that says what a test tells it. */
public final class NameServer implements AutoCloseable {
  private static final int A = 1;
  private static final int CNAME = 5;
  private static final int AAAA = 28;
  private static final int LARGEST_DATAGRAM = 512;

  private final DatagramSocket datagrams;
  private final ServerSocket connections;
  private final Map<String, Saying> sayings = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final AtomicInteger byTcp = new AtomicInteger();

  /** What it says of a name. */
  private sealed interface Saying {
    record Addresses(int ttl, List<InetAddress> all) implements Saying {}

    record Alias(int ttl, String of) implements Saying {}

    record Code(int number) implements Saying {}

    record Silence() implements Saying {}

    /** Addresses of IPv4, and silence about IPv6. */
    record Half(Addresses ipv4) implements Saying {}
  }

  public NameServer() throws IOException {
    this("127.0.0.1", 0);
  }

  public NameServer(String address, int port) throws IOException {
    InetAddress own = InetAddress.ofLiteral(address);
    connections = new ServerSocket(port, 50, own);
    datagrams = new DatagramSocket(connections.getLocalPort(), own);
    Thread.ofVirtual().start(this::serveDatagrams);
    Thread.ofVirtual().start(this::serveConnections);
  }

  public int port() {
    return connections.getLocalPort();
  }

  /** Files in a directory that lead to this server and know no names themselves. */
  public Resolution resolution(Path directory) throws IOException {
    return resolution(directory, "nameserver 127.0.0.1\n");
  }

  public Resolution resolution(Path directory, String resolvConf) throws IOException {
    Path hosts = Files.writeString(directory.resolve("hosts"), "");
    Path servers = Files.writeString(directory.resolve("resolv.conf"), resolvConf);
    return new Resolution(hosts, servers, port());
  }

  public NameServer has(String name, int ttl, String... addresses) {
    return says(name, addresses(ttl, addresses));
  }

  private static Saying.Addresses addresses(int ttl, String... addresses) {
    return new Saying.Addresses(ttl, Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
  }

  public NameServer hasAndIsSilentAboutIpv6(String name, int ttl, String... addresses) {
    return says(name, new Saying.Half(addresses(ttl, addresses)));
  }

  public NameServer alias(String name, int ttl, String of) {
    return says(name, new Saying.Alias(ttl, of));
  }

  public NameServer silent(String name) {
    return says(name, new Saying.Silence());
  }

  /** Answers with SERVFAIL. */
  public NameServer failing(String name) {
    return says(name, new Saying.Code(2));
  }

  /** Knows a name no more: NXDOMAIN. */
  public NameServer forget(String name) {
    sayings.remove(name + ".");
    return this;
  }

  private NameServer says(String name, Saying saying) {
    sayings.put(name + ".", saying);
    return this;
  }

  /** How often it was asked for addresses of a name, of either family. */
  public int asked(String name) {
    AtomicInteger times = asked.get(name + ".");
    return times == null ? 0 : times.get();
  }

  /** How often it was asked by TCP. */
  public int askedByTcp() {
    return byTcp.get();
  }

  private void serveDatagrams() {
    byte[] buffer = new byte[4096];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        datagrams.receive(packet);
        byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()), LARGEST_DATAGRAM);
        if (answer.length > 0) {
          datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serveConnections() {
    try {
      while (true) {
        Socket socket = connections.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] question = new byte[in.readUnsignedShort()];
      in.readFully(question);
      byTcp.incrementAndGet();
      byte[] answer = answer(question, Integer.MAX_VALUE);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(answer.length);
      out.write(answer);
      out.flush();
      in.read();
    } catch (IOException _) {
      // it is gone
    }
  }

  private byte[] answer(byte[] query, int most) throws IOException {
    StringBuilder name = new StringBuilder();
    int at = 12;
    for (int length = query[at]; length != 0; length = query[at]) {
      name.append(new String(query, at + 1, length, StandardCharsets.US_ASCII)).append('.');
      at += 1 + length;
    }
    int type = ByteBuffer.wrap(query).getShort(at + 1);
    asked.computeIfAbsent(name.toString(), _ -> new AtomicInteger()).incrementAndGet();
    byte[] question = Arrays.copyOfRange(query, 12, at + 5);
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    int count = 0;
    int code = sayings.containsKey(name.toString()) ? 0 : 3;
    Saying saying = sayings.get(name.toString());
    String owner = name.toString();
    while (saying instanceof Saying.Alias alias) {
      write(records, owner, CNAME, alias.ttl(), labels(alias.of() + "."));
      count++;
      owner = alias.of() + ".";
      saying = sayings.get(owner);
    }
    if (saying instanceof Saying.Half half) {
      saying = type == AAAA ? new Saying.Silence() : half.ipv4();
    }
    switch (saying) {
      case Saying.Silence _ -> {
        return new byte[0];
      }
      case Saying.Code failure -> code = failure.number();
      case Saying.Addresses known -> {
        for (InetAddress address : known.all()) {
          byte[] bytes = address.getAddress();
          if (type == (bytes.length == 4 ? A : AAAA)) {
            write(records, owner, type, known.ttl(), bytes);
            count++;
          }
        }
      }
      case null, default -> {}
    }
    boolean whole = 12 + question.length + records.size() <= most;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(query, 0, 2);
    out.writeShort(0x8180 | (whole ? 0 : 0x200) | code);
    out.writeShort(1);
    out.writeShort(whole ? count : 0);
    out.writeInt(0);
    out.write(question);
    if (whole) {
      records.writeTo(out);
    }
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream to, String owner, int type, int ttl, byte[] data)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.write(labels(owner));
    out.writeShort(type);
    out.writeShort(1);
    out.writeInt(ttl);
    out.writeShort(data.length);
    out.write(data);
  }

  private static byte[] labels(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.substring(0, name.length() - 1).split("\\.")) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    datagrams.close();
    connections.close();
  }
}
