package io.weir.dataplane.nodes;

import java.net.InetAddress;
import java.util.List;

/** What the name servers say to one question. */
sealed interface DnsAnswer {
  /**
   * There are addresses.
   *
   * @param ttlSeconds for how long that holds, at least 0: the least of all records that led there
   */
  record Found(List<InetAddress> addresses, long ttlSeconds) implements DnsAnswer {}

  /** There is no such name, or it has no address of the family asked for. */
  record Nothing() implements DnsAnswer {}

  /**
   * Nobody can tell.
   *
   * @param why for people
   * @param cause what went wrong here, if it was not the servers that said so
   */
  record Failed(String why, Throwable cause) implements DnsAnswer {}
}
