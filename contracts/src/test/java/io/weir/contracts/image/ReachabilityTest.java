package io.weir.contracts.image;

import static io.weir.contracts.image.Reachability.Status.CONNECTED;
import static io.weir.contracts.image.Reachability.Status.SAME_VPC;
import static io.weir.contracts.image.Reachability.Status.VPC_NOT_CONNECTED;
import static io.weir.contracts.image.Story.CCN_1;
import static io.weir.contracts.image.Story.CCN_2;
import static io.weir.contracts.image.Story.INSTANCE;
import static io.weir.contracts.image.Story.UPSTREAM;
import static io.weir.contracts.image.Story.VPC_A;
import static io.weir.contracts.image.Story.VPC_B;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The status follows the links, and names the event that made it so. */
class ReachabilityTest {
  private Story story = Story.begun();

  /** The instance is in A, the upstream in B; networks are positions 7 and 8. */
  @BeforeEach
  void twoNetworks() {
    story.tell(Story.network(CCN_1, "one"), Story.network(CCN_2, "two"));
    assertThat(story.image().position()).isEqualTo(8);
  }

  @Test
  void needsNothingWithinAVpc() {
    story.tell(new UpstreamSettingsChanged(UPSTREAM, Story.settings("one", VPC_A)));
    is(SAME_VPC, null, null);
  }

  @Test
  void lacksANetworkAtFirst() {
    is(VPC_NOT_CONNECTED, null, null);
    story.tell(new LinkAttached(CCN_1, VPC_A));
    is(VPC_NOT_CONNECTED, null, null);
    story.tell(new LinkAttached(CCN_2, VPC_B));
    is(VPC_NOT_CONNECTED, null, null);
  }

  @Test
  void beginsWithTheSecondAttachment() {
    story.tell(new LinkAttached(CCN_1, VPC_B), new LinkAttached(CCN_1, VPC_A));
    is(CONNECTED, CCN_1, 10L);
  }

  @Test
  void endsWithTheFirstDetachment() {
    story.tell(new LinkAttached(CCN_1, VPC_A), new LinkAttached(CCN_1, VPC_B));
    story.tell(new LinkDetached(CCN_1, VPC_B));
    is(VPC_NOT_CONNECTED, CCN_1, 11L);
    story.tell(new LinkDetached(CCN_1, VPC_A));
    is(VPC_NOT_CONNECTED, CCN_1, 11L);
    story.tell(new NetworkDeleted(CCN_1));
    is(VPC_NOT_CONNECTED, CCN_1, 11L);
  }

  @Test
  void returnsWithoutTouchingTheUpstream() {
    story.tell(new LinkAttached(CCN_1, VPC_A), new LinkAttached(CCN_1, VPC_B));
    story.tell(new LinkDetached(CCN_1, VPC_A), new LinkAttached(CCN_1, VPC_A));
    is(CONNECTED, CCN_1, 12L);
  }

  @Test
  void staysWithTheNetworkThatJoinedThemFirst() {
    story.tell(new LinkAttached(CCN_2, VPC_A), new LinkAttached(CCN_2, VPC_B));
    story.tell(new LinkAttached(CCN_1, VPC_A), new LinkAttached(CCN_1, VPC_B));
    is(CONNECTED, CCN_2, 10L);
    story.tell(new LinkDetached(CCN_2, VPC_A));
    is(CONNECTED, CCN_1, 12L);
    story.tell(new LinkDetached(CCN_1, VPC_B));
    is(VPC_NOT_CONNECTED, CCN_1, 14L);
  }

  @Test
  void aNetworkWithOneOfTheTwoOnlyDoesNotCount() {
    story.tell(new LinkAttached(CCN_1, VPC_A), new LinkAttached(CCN_1, VPC_B));
    story.tell(new LinkAttached(CCN_2, VPC_A), new LinkDetached(CCN_2, VPC_A));
    is(CONNECTED, CCN_1, 10L);
    story.tell(new LinkDetached(CCN_1, VPC_A));
    is(VPC_NOT_CONNECTED, CCN_1, 13L);
  }

  @Test
  void isForgottenWithAVpc() {
    VpcId third = new VpcId("vpc-cccccccc");
    story.tell(
        new VpcCreated(third, new VpcSettings(new Name("c"), Description.NONE)),
        new LinkAttached(CCN_1, VPC_A),
        new LinkAttached(CCN_1, third),
        new LinkDetached(CCN_1, third));
    assertThat(Reachability.between(story.image(), VPC_A, third))
        .isEqualTo(new Reachability(VPC_NOT_CONNECTED, CCN_1, 12L));
    GatewayDelta deleted = story.tell(new VpcDeleted(third));
    assertThat(deleted.touchedLinks()).containsExactly(new Link.Key(CCN_1, third));
    assertThat(Reachability.between(story.image(), VPC_A, third))
        .isEqualTo(new Reachability(VPC_NOT_CONNECTED, null, null));
  }

  @Test
  void isTheSameAfterASnapshot() {
    story.tell(new LinkAttached(CCN_1, VPC_A), new LinkAttached(CCN_1, VPC_B));
    story.tell(new LinkDetached(CCN_1, VPC_B));
    GatewayImage restored = FoldTest.throughEvents(story.image());
    assertThat(Reachability.between(restored, VPC_A, VPC_B))
        .isEqualTo(new Reachability(VPC_NOT_CONNECTED, CCN_1, 11L));
  }

  @Property(tries = 30)
  void isWhatTheLinksSayAndTheSameBothWays(@ForAll long seed) {
    RandomHistory history = new RandomHistory(seed);
    GatewayImage image = GatewayImage.genesis(history.ledgerId());
    for (int i = 0; i < 150; i++) {
      image = FoldTest.fold(image, history.next());
    }
    for (VpcId one : history.world().vpcs.keySet()) {
      for (VpcId other : history.world().vpcs.keySet()) {
        Reachability reachability = Reachability.between(image, one, other);
        boolean joined =
            history.world().attached.values().stream()
                .anyMatch(vpcs -> vpcs.contains(one) && vpcs.contains(other));
        assertThat(reachability.reachable()).isEqualTo(joined || one.equals(other));
        assertThat(reachability).isEqualTo(Reachability.between(image, other, one));
      }
    }
  }

  private void is(Reachability.Status status, @Nullable CcnId network, @Nullable Long position) {
    GatewayImage image = story.image();
    Reachability reachability =
        Reachability.of(image, image.instances().get(INSTANCE), image.upstreams().get(UPSTREAM));
    assertThat(reachability).isEqualTo(new Reachability(status, network, position));
    assertThat(reachability.reachable()).isEqualTo(status != VPC_NOT_CONNECTED);
  }
}
