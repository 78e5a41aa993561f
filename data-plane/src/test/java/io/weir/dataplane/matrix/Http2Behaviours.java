package io.weir.dataplane.matrix;

import static io.weir.dataplane.matrix.Answers.BODY_BYTES;
import static io.weir.dataplane.matrix.NodeBehaviour.cut;
import static io.weir.dataplane.matrix.NodeBehaviour.silent;
import static io.weir.dataplane.matrix.NodeBehaviour.still;
import static io.weir.dataplane.matrix.NodeBehaviour.whole;

import io.netty.handler.codec.http2.Http2Error;
import io.weir.dataplane.matrix.NodeBehaviour.Blame;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.script.Asked;
import io.weir.dataplane.support.script.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that a node can do in HTTP/2. */
final class Http2Behaviours {
  private static final String ALL = Integer.toString(BODY_BYTES);

  private static final Step READ = new Step.ReadBody();
  private static final Step CLOSE = new Step.Close();
  private static final Step RESET = new Step.Reset();
  private static final Step SILENCE = new Step.Silence();
  private static final Step GO_AWAY = new Step.GoAway(true, Http2Error.NO_ERROR);

  private final Answers answers = new Answers("bad");

  private Step head(String... more) {
    return new Step.Head(asked -> answers.fields(asked, 200, more), false);
  }

  private Step body() {
    return new Step.Data(answers::body, 1, true);
  }

  private Step firstBytes(int bytes) {
    return new Step.Data(asked -> Arrays.copyOf(answers.body(asked), bytes), 1, false);
  }

  private static Step end() {
    return new Step.Data(_ -> new byte[0], 1, true);
  }

  private static Step reset(Http2Error error) {
    return new Step.ResetStream(error);
  }

  /** Those of a node that speaks clear text or TLS. */
  static List<NodeBehaviour> of(boolean tls) {
    Http2Behaviours all = new Http2Behaviours();
    List<NodeBehaviour> outcomes = new ArrayList<>();
    outcomes.addAll(all.answers());
    outcomes.addAll(all.early());
    outcomes.addAll(all.cutBeforeTheBody());
    outcomes.addAll(all.cutWithinTheBody());
    outcomes.addAll(all.lengths());
    outcomes.addAll(all.resets());
    outcomes.addAll(all.slow());
    if (tls) {
      outcomes.add(
          cut(
              "within the body without close_notify",
              READ,
              all.head(),
              all.half(),
              new Step.Drop()));
    }
    return outcomes;
  }

  private Step half() {
    return firstBytes(BODY_BYTES / 2);
  }

  private List<NodeBehaviour> answers() {
    Step hint = new Step.Head(_ -> new String[] {":status", "103", "link", "</a>"}, false);
    List<Step> hints = new ArrayList<>(List.of(READ));
    for (int i = 0; i < 200; i++) {
      hints.add(hint);
    }
    hints.add(head("content-length", ALL));
    hints.add(body());
    return List.of(
        whole("length", READ, head("content-length", ALL), body()),
        whole("no length", READ, head(), body()),
        whole(
            "trailers",
            READ,
            head(),
            new Step.Data(answers::body, 1, false),
            new Step.Head(_ -> new String[] {"x-last", "yes"}, true)),
        whole("no content", READ, new Step.Head(asked -> answers.fields(asked, 204), true)),
        whole("trickles", READ, head(), new Step.Data(answers::body, 12, true)),
        whole("hints", hints.toArray(Step[]::new)),
        whole("goes away before", READ, GO_AWAY, head(), body(), CLOSE),
        whole("goes away behind", READ, head(), body(), GO_AWAY, CLOSE),
        whole("closes behind", READ, head(), body(), CLOSE),
        whole("resets behind", READ, head(), body(), RESET));
  }

  private List<NodeBehaviour> early() {
    return List.of(
        whole("early, reads on", head(), body(), READ),
        whole("early, wants no more", head(), body(), reset(Http2Error.NO_ERROR)),
        whole("early, goes away", head(), body(), GO_AWAY, CLOSE),
        // with RST, what has arrived may be lost to a write that fails first (RFC 9293, 3.10.7.4)
        whole("early, resets", head(), body(), RESET).either());
  }

  private List<NodeBehaviour> cutBeforeTheBody() {
    return List.of(
        cut("nothing, closes", READ, CLOSE),
        cut("nothing, resets", READ, RESET),
        cut("nothing read, closes", CLOSE),
        cut("nothing read, resets", RESET),
        cut("half a head, closes", READ, new Step.Send(this::halfAHead), CLOSE),
        cut("half a head, resets", READ, new Step.Send(this::halfAHead), RESET),
        cut("after the head, closes", READ, head(), CLOSE),
        cut("after the head, resets", READ, head("content-length", ALL), RESET),
        cut("no status", READ, new Step.Head(_ -> new String[] {"x-token", "none"}, true)),
        cut("nonsense", READ, new Step.Send(_ -> Answers.text("nonsense".repeat(8))), SILENCE));
  }

  private byte[] halfAHead(Asked asked) {
    byte[] block = Http2Peer.block(answers.fields(asked, 200));
    int flags = Http2Peer.END_HEADERS;
    byte[] frame = Http2Peer.frame(Http2Peer.HEADERS, flags, asked.stream(), block);
    return Arrays.copyOf(frame, frame.length - 5);
  }

  private byte[] halfAFrame(Asked asked) {
    byte[] frame = Http2Peer.frame(Http2Peer.DATA, 0, asked.stream(), new byte[1_000]);
    return Arrays.copyOf(frame, frame.length / 2);
  }

  private List<NodeBehaviour> cutWithinTheBody() {
    return List.of(
        cut("within the body, closes", READ, head(), half(), CLOSE),
        cut("within the body, resets", READ, head("content-length", ALL), half(), RESET),
        cut("within a frame", READ, head(), half(), new Step.Send(this::halfAFrame), CLOSE),
        cut("before the end", READ, head(), firstBytes(BODY_BYTES), CLOSE),
        cut("before the end, resets", READ, head(), firstBytes(BODY_BYTES), RESET),
        cut(
            "goes away within the body",
            READ,
            head(),
            half(),
            new Step.GoAway(true, Http2Error.INTERNAL_ERROR),
            CLOSE));
  }

  private List<NodeBehaviour> lengths() {
    Step more = new Step.Data(asked -> Answers.join(answers.body(asked), new byte[9]), 1, true);
    Step noBody = new Step.Head(asked -> answers.fields(asked, 200, "content-length", ALL), true);
    return List.of(
        cut("short of its length", READ, head("content-length", ALL), half(), end()),
        cut("beyond its length", READ, head("content-length", ALL), more),
        cut("a length and no body", READ, noBody),
        cut("a length and empty data", READ, head("content-length", ALL), end()),
        cut(
            "a length and trailers",
            READ,
            head("content-length", ALL),
            new Step.Head(_ -> new String[] {"x-last", "yes"}, true)));
  }

  private List<NodeBehaviour> resets() {
    List<NodeBehaviour> all = new ArrayList<>();
    for (Http2Error error :
        List.of(
            Http2Error.NO_ERROR,
            Http2Error.PROTOCOL_ERROR,
            Http2Error.INTERNAL_ERROR,
            Http2Error.REFUSED_STREAM,
            Http2Error.CANCEL,
            Http2Error.ENHANCE_YOUR_CALM)) {
      all.add(cut("nothing, " + error, READ, reset(error)));
      all.add(cut("within the body, " + error, READ, head(), half(), reset(error)));
    }
    all.add(cut("nothing read, CANCEL", reset(Http2Error.CANCEL)));
    all.add(cut("nothing read, REFUSED_STREAM", reset(Http2Error.REFUSED_STREAM)));
    all.add(
        cut("goes away unseen", new Step.GoAway(false, Http2Error.NO_ERROR), CLOSE)
            .blame(Blame.ANY));
    all.add(
        cut("goes away in anger", READ, new Step.GoAway(true, Http2Error.PROTOCOL_ERROR), CLOSE));
    return all;
  }

  private List<NodeBehaviour> slow() {
    return List.of(
        silent("silent", READ, SILENCE),
        still("still after the head", READ, head(), SILENCE),
        still("still within the body", READ, head("content-length", ALL), half(), SILENCE),
        silent(
            "hints without end",
            READ,
            new Step.HeadFlood(_ -> new String[] {":status", "103", "link", "</a>"})));
  }
}
