package io.weir.dataplane.matrix;

import static io.weir.dataplane.matrix.Answers.BODY_BYTES;
import static io.weir.dataplane.matrix.Answers.CHUNK_BYTES;
import static io.weir.dataplane.matrix.Answers.join;
import static io.weir.dataplane.matrix.Answers.text;
import static io.weir.dataplane.matrix.NodeBehaviour.cut;
import static io.weir.dataplane.matrix.NodeBehaviour.silent;
import static io.weir.dataplane.matrix.NodeBehaviour.still;
import static io.weir.dataplane.matrix.NodeBehaviour.whole;

import io.weir.dataplane.matrix.NodeBehaviour.Blame;
import io.weir.dataplane.support.script.Step;
import io.weir.dataplane.support.script.Step.Words;
import java.util.ArrayList;
import java.util.List;

/** All that a node can do in HTTP/1.1. */
final class Http1Behaviours {
  private static final int CHUNK_LINE = "1000\r\n".length();
  private static final int WHOLE_CHUNK = CHUNK_LINE + CHUNK_BYTES + "\r\n".length();
  private static final byte[] HINT =
      text("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n");

  private static final Step READ = new Step.ReadBody();
  private static final Step CLOSE = new Step.Close();
  private static final Step DROP = new Step.Drop();
  private static final Step RESET = new Step.Reset();
  private static final Step SILENCE = new Step.Silence();

  private final Answers answers = new Answers("bad");

  private static Step send(Words words) {
    return new Step.Send(words);
  }

  private static Step send(String words) {
    byte[] bytes = text(words);
    return send(_ -> bytes);
  }

  /** Those of a node that speaks clear text or TLS. */
  static List<NodeBehaviour> of(boolean tls) {
    Http1Behaviours all = new Http1Behaviours();
    List<NodeBehaviour> outcomes = new ArrayList<>();
    outcomes.addAll(all.answers());
    outcomes.addAll(all.early());
    outcomes.addAll(all.tooMuch());
    outcomes.addAll(all.cutBeforeTheBody());
    outcomes.addAll(all.cutWithinTheBody());
    outcomes.addAll(all.slow());
    if (tls) {
      outcomes.addAll(all.withoutCloseNotify());
    }
    return outcomes;
  }

  private List<NodeBehaviour> answers() {
    return List.of(
        whole("length", READ, send(answers::length)),
        whole("length, says it closes", READ, send(answers::last), CLOSE),
        whole("chunked", READ, send(answers::chunked)),
        whole("to the close", READ, send(answers::toTheClose), CLOSE),
        whole("no content", READ, send(asked -> answers.head(asked, 204, ""))),
        whole("closes behind", READ, send(answers::length), CLOSE),
        whole("resets behind", READ, send(answers::length), RESET),
        whole("closes behind chunks", READ, send(answers::chunked), CLOSE),
        whole("trickles", READ, new Step.Trickle(answers::chunked, 12)),
        whole("trickles to the close", READ, new Step.Trickle(answers::toTheClose, 12), CLOSE),
        whole("hints", READ, send(HINT, 200), send(answers::length)));
  }

  private static Step send(byte[] words, int times) {
    return send(new String(words, java.nio.charset.StandardCharsets.ISO_8859_1).repeat(times));
  }

  private List<NodeBehaviour> early() {
    return List.of(
        whole("early, reads on", send(answers::length), READ),
        whole("early, closes", send(answers::last), CLOSE),
        // with RST, what has arrived may be lost to a write that fails first (RFC 9293, 3.10.7.4)
        whole("early, resets", send(answers::last), RESET).either(),
        whole("early, closes unsaid", send(answers::length), CLOSE));
  }

  private List<NodeBehaviour> tooMuch() {
    Words stray =
        asked ->
            join(answers.length(asked), text("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad"));
    return List.of(
        whole("an answer nobody asked for", READ, send(stray), SILENCE).blame(Blame.ANY),
        whole(
                "a body that may not be",
                READ,
                send(asked -> join(answers.head(asked, 204, ""), text("hello"))),
                SILENCE)
            .either(),
        cut("length and chunks", READ, send(this::framedTwice), SILENCE).either());
  }

  private byte[] framedTwice(io.weir.dataplane.support.script.Asked asked) {
    String more = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n";
    return join(answers.head(asked, 200, more), text("5\r\nhello\r\n0\r\n\r\n"));
  }

  private List<NodeBehaviour> cutBeforeTheBody() {
    return List.of(
        cut("nothing, closes", READ, CLOSE),
        cut("nothing, resets", READ, RESET),
        cut("nothing read, closes", CLOSE),
        cut("nothing read, resets", RESET),
        cut("half a status line, closes", READ, send("HTTP/1.1 20"), CLOSE),
        cut("half a head, closes", READ, send("HTTP/1.1 200 OK\r\nX-Tok"), CLOSE),
        cut("half a head, resets", READ, send("HTTP/1.1 200 OK\r\nX-Tok"), RESET),
        cut("hints, closes", READ, send(HINT, 3), CLOSE),
        cut("nonsense", READ, send("nonsense\r\n\r\n"), SILENCE),
        cut(
            "a head too large",
            READ,
            send("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000)),
            SILENCE),
        cut("head with a length, closes", READ, send(answers::lengthHead), CLOSE),
        cut("head with a length, resets", READ, send(answers::lengthHead), RESET),
        cut("head of chunks, closes", READ, send(answers::chunkedHead), CLOSE));
  }

  private Step lengthPart(int bytes) {
    return send(Answers.cutAfter(answers::lengthHead, answers::length, bytes));
  }

  private Step chunkedPart(int bytes) {
    return send(Answers.cutAfter(answers::chunkedHead, answers::chunked, bytes));
  }

  private List<NodeBehaviour> cutWithinTheBody() {
    return List.of(
        cut("within the length, closes", READ, lengthPart(BODY_BYTES / 2), CLOSE),
        cut("within the length, resets", READ, lengthPart(BODY_BYTES / 2), RESET),
        cut("a byte short, closes", READ, lengthPart(BODY_BYTES - 1), CLOSE),
        cut("within a chunk, closes", READ, chunkedPart(CHUNK_LINE + 100), CLOSE),
        cut("within a chunk, resets", READ, chunkedPart(CHUNK_LINE + 100), RESET),
        cut("behind a chunk's data", READ, chunkedPart(CHUNK_LINE + CHUNK_BYTES), CLOSE),
        cut("between CR and LF", READ, chunkedPart(CHUNK_LINE + CHUNK_BYTES + 1), CLOSE),
        cut("within a chunk's size", READ, chunkedPart(2 * WHOLE_CHUNK + 2), CLOSE),
        cut("before the last chunk, closes", READ, send(shortBy(5)), CLOSE),
        cut("before the last chunk, resets", READ, send(shortBy(5)), RESET),
        cut("within the last chunk", READ, send(shortBy(4)), CLOSE),
        cut("before the trailers' end", READ, send(shortBy(2)), CLOSE),
        cut("before the last byte", READ, send(shortBy(1)), CLOSE),
        cut(
            "a size that is none",
            READ,
            send(asked -> join(answers.chunkedHead(asked), text("1x\r\nhello"))),
            SILENCE),
        cut("resets to the close", READ, send(answers::toTheClose), RESET));
  }

  private Words shortBy(int bytes) {
    return Answers.shortBy(answers::chunked, bytes);
  }

  private List<NodeBehaviour> withoutCloseNotify() {
    return List.of(
        cut("to the close without close_notify", READ, send(answers::toTheClose), DROP),
        cut("nothing without close_notify", READ, DROP),
        cut("within a chunk without close_notify", READ, chunkedPart(CHUNK_LINE + 9), DROP),
        whole("length without close_notify", READ, send(answers::length), DROP));
  }

  private List<NodeBehaviour> slow() {
    return List.of(
        silent("silent", READ, SILENCE),
        silent("silent within a head", READ, send("HTTP/1.1 200 OK\r\nX-Tok"), SILENCE),
        still("still within the body", READ, lengthPart(BODY_BYTES / 2), SILENCE),
        still("still within chunks", READ, chunkedPart(2 * WHOLE_CHUNK + 2), SILENCE),
        silent("hints without end", READ, new Step.Flood(_ -> HINT)));
  }
}
