package io.weir.dataplane.forward;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Ranges of IP addresses. */
public final class AddressRanges {
  /** No address at all. */
  public static final AddressRanges NONE = new AddressRanges(List.of());

  private final List<IpSubnetFilterRule> rules;

  private AddressRanges(List<IpSubnetFilterRule> rules) {
    this.rules = rules;
  }

  /**
   * Reads a comma-separated list of addresses and CIDR blocks; the empty text is {@link #NONE}.
   *
   * @throws IllegalArgumentException naming what is neither
   */
  public static AddressRanges of(String list) {
    List<IpSubnetFilterRule> rules = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String range = part.strip();
      if (!range.isEmpty()) {
        rules.add(rule(range));
      }
    }
    return rules.isEmpty() ? NONE : new AddressRanges(rules);
  }

  private static IpSubnetFilterRule rule(String range) {
    int slash = range.indexOf('/');
    String address = slash < 0 ? range : range.substring(0, slash);
    int widest = address.indexOf(':') < 0 ? 32 : 128;
    try {
      int prefix = slash < 0 ? widest : Integer.parseInt(range.substring(slash + 1));
      return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new IllegalArgumentException(range + " is no IP address or CIDR block", e);
    }
  }

  /** Whether an address lies in one of them. */
  public boolean contains(InetSocketAddress address) {
    for (IpSubnetFilterRule rule : rules) {
      if (rule.matches(address)) {
        return true;
      }
    }
    return false;
  }
}
