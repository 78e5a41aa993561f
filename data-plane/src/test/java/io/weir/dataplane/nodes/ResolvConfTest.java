package io.weir.dataplane.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolvConfTest {
  private static ResolvConf parse(String text) {
    return ResolvConf.parse(text.lines().toList());
  }

  @Test
  void threeServersCountInTheirOrder() {
    ResolvConf conf =
        parse(
            """
            # made by something
            nameserver 10.0.0.2
            nameserver\t2001:db8::2
            nameserver not.an.address
            nameserver 10.0.0.3
            nameserver 10.0.0.4
            """);
    assertThat(conf.servers())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("10.0.0.2", "2001:db8:0:0:0:0:0:2", "10.0.0.3");
  }

  @Test
  void withoutAServerItIsTheOneOnThisHost() {
    assertThat(parse("; nothing\n\n")).isEqualTo(ResolvConf.LOCAL);
  }

  @Test
  void theLastListOfDomainsCounts() {
    assertThat(parse("search a.test b.test\ndomain c.test\n").search()).containsExactly("c.test");
    assertThat(parse("domain c.test\nsearch a.test b.test\n").search())
        .containsExactly("a.test", "b.test");
  }

  @Test
  void dotsDecideWhetherANameIsFirstLookedForAsItIs() {
    ResolvConf two = parse("search svc.test test.\noptions edns0 ndots:2 timeout:1\n");
    assertThat(two.candidates("pets")).containsExactly("pets.svc.test.", "pets.test.", "pets.");
    assertThat(two.candidates("a.pets"))
        .containsExactly("a.pets.svc.test.", "a.pets.test.", "a.pets.");
    assertThat(two.candidates("a.b.pets"))
        .containsExactly("a.b.pets.", "a.b.pets.svc.test.", "a.b.pets.test.");
    assertThat(two.candidates("pets.")).containsExactly("pets.");
    assertThat(new ResolvConf(ResolvConf.LOCAL.servers(), List.of("."), 1).candidates("pets"))
        .containsExactly("pets.");
  }

  @Test
  void noMoreThanFifteenDotsAreAskedFor() {
    assertThat(parse("options ndots:99\n").ndots()).isEqualTo(15);
    assertThat(parse("options ndots:x\n").ndots()).isOne();
  }
}
