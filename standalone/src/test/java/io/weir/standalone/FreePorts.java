package io.weir.standalone;

import io.weir.standalone.home.Access;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ports that nobody listened on a moment ago. */
public final class FreePorts {

  private FreePorts() {}

  public static Ports ports(int replicas) throws IOException {
    List<Integer> free = take(Listener.values().length, replicas);
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, free.get(listener.ordinal()));
    }
    return new Ports("127.0.0.1", Access.KEYS, replicas, ports);
  }

  /** The first ports of runs of neighbours; below the range the system hands out by itself. */
  private static List<Integer> take(int count, int run) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    List<Integer> first = new ArrayList<>();
    try {
      int candidate = 20000 + (int) (Math.random() * 8000);
      while (first.size() < count) {
        List<ServerSocket> neighbours = new ArrayList<>();
        try {
          for (int i = 0; i < run; i++) {
            neighbours.add(new ServerSocket(candidate + i, 1, InetAddress.getLoopbackAddress()));
          }
          first.add(candidate);
        } catch (IOException taken) {
          // Further on.
        }
        held.addAll(neighbours);
        candidate += run;
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return first;
  }
}
