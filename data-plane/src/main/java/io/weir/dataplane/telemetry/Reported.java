package io.weir.dataplane.telemetry;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What of the traffic is reported: counts of each event loop, and a sample of requests. */
public final class Reported {
  private final List<LoopTally> loops = new CopyOnWriteArrayList<>();
  private final RequestSample sample = new RequestSample();

  /** The counts of one more event loop. */
  LoopTally on(EventLoop loop) {
    LoopTally tally = new LoopTally(loop);
    loops.add(tally);
    return tally;
  }

  List<LoopTally> loops() {
    return loops;
  }

  RequestSample sample() {
    return sample;
  }
}
