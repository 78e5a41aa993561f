package io.weir.dataplane.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyTest {
  @Test
  void everythingIsInTheBucketWhoseBoundItDoesNotExceed() {
    Cells one = new Cells(3 + Latency.CELLS);
    Cells other = new Cells(3 + Latency.CELLS);
    Latency.record(one, 3, 0);
    Latency.record(one, 3, 500);
    Latency.record(other, 3, 501);
    Latency.record(other, 3, 60_000_000);
    Latency.record(other, 3, 60_000_001);
    Latency sum = new Latency();
    sum.addAll(one, 3);
    sum.addAll(other, 3);
    assertThat(sum.count(0)).isEqualTo(2);
    assertThat(sum.count(1)).isEqualTo(1);
    assertThat(sum.count(Latency.BUCKETS - 2)).isEqualTo(1);
    assertThat(sum.count(Latency.BUCKETS - 1)).isEqualTo(1);
    assertThat(sum.sumMicros()).isEqualTo(120_001_002);
    assertThat(one.get(2)).isZero();
  }

  @Test
  void theLatestExemplarOfAllLoopsIsThatOfItsBucket() {
    Exemplars one = new Exemplars();
    Exemplars other = new Exemplars();
    one.put(new Exemplar("old", 300, 1));
    one.put(new Exemplar("new", 400, 3));
    one.put(new Exemplar("slow", 90_000_000, 1));
    other.put(new Exemplar("between", 500, 2));
    Latency sum = new Latency();
    sum.addAll(one);
    sum.addAll(other);
    assertThat(sum.exemplar(0)).isEqualTo(new Exemplar("new", 400, 3));
    assertThat(sum.exemplar(1)).isNull();
    assertThat(sum.exemplar(Latency.BUCKETS - 1)).isEqualTo(new Exemplar("slow", 90_000_000, 1));
  }

  @Test
  void boundsGrow() {
    for (int i = 1; i < Latency.BUCKETS - 1; i++) {
      assertThat(Latency.boundMicros(i)).isGreaterThan(Latency.boundMicros(i - 1));
    }
  }
}
