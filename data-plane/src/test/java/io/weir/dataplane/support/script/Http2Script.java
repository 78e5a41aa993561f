package io.weir.dataplane.support.script;

import static io.weir.dataplane.support.Http2Peer.DATA;
import static io.weir.dataplane.support.Http2Peer.GOAWAY;
import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static io.weir.dataplane.support.Http2Peer.RST_STREAM;

import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/** Plays scripts on one connection of HTTP/2, a thread for each stream. */
final class Http2Script {
  private static final int PAUSE_MILLIS = 20;

  private final ScriptedNode node;
  private final ScriptedConnection wire;
  private final Http2Wire frames;

  Http2Script(ScriptedNode node, ScriptedConnection wire, Http2Peer peer) {
    this.node = node;
    this.wire = wire;
    frames =
        new Http2Wire(
            peer,
            (id, head) -> {
              Asked asked = new Asked(head.fields().get(":method"), head.fields().get(":path"), id);
              List<Step> steps = node.begin(asked);
              Thread.ofVirtual().start(() -> play(new Stream(id), asked, steps));
            });
  }

  void run() {
    frames.run();
  }

  private void play(Stream stream, Asked asked, List<Step> steps) {
    try {
      for (Step step : steps) {
        stream.play(step, asked);
      }
    } catch (IOException ended) {
      // the other side has had enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      node.done();
    }
  }

  /** One request. */
  private final class Stream {
    private final int id;
    private final BlockingQueue<Frame> in;
    private boolean ended;

    Stream(int id) {
      this.id = id;
      in = frames.stream(id);
    }

    void play(Step step, Asked asked) throws IOException, InterruptedException {
      switch (step) {
        case Step.ReadBody _ -> readBody(asked);
        case Step.Send(Step.Words words) -> frames.raw(words.of(asked));
        case Step.Trickle _, Step.Flood _ ->
            throw new IllegalStateException("not of streams: " + step);
        case Step.Close _ -> wire.close();
        case Step.Drop _ -> wire.drop();
        case Step.Reset _ -> wire.reset();
        case Step.Silence _ -> awaitTheEnd();
        case Step.Head(Step.Fields fields, boolean end) -> frames.head(id, end, fields.of(asked));
        case Step.Data(Step.Words words, int pieces, boolean end) -> {
          List<byte[]> all = Pieces.of(words.of(asked), pieces);
          for (int i = 0; i < pieces; i++) {
            frames.data(id, all.get(i), end && i == pieces - 1);
            if (pieces > 1) {
              Thread.sleep(PAUSE_MILLIS);
            }
          }
        }
        case Step.HeadFlood(Step.Fields fields) -> {
          while (in.stream().noneMatch(frame -> ends(frame))) {
            frames.head(id, false, fields.of(asked));
            Thread.sleep(PAUSE_MILLIS);
          }
        }
        case Step.ResetStream(var error) ->
            frames.send(RST_STREAM, 0, id, Http2Peer.number((int) error.code()));
        case Step.GoAway(boolean processed, var error) -> {
          ByteBuffer payload = ByteBuffer.allocate(8);
          payload.putInt(processed ? id : 0).putInt((int) error.code());
          frames.send(GOAWAY, 0, 0, payload.array());
        }
      }
    }

    private boolean ends(Frame frame) {
      return frame.type() == RST_STREAM || frame.type() == Frame.CLOSED;
    }

    private void readBody(Asked asked) throws IOException, InterruptedException {
      while (!ended) {
        Frame frame = in.take();
        if (ends(frame)) {
          throw new EOFException("the request broke off");
        }
        if (frame.type() == DATA) {
          asked.body().add(frame.payload(), frame.payload().length);
        }
        ended = (frame.type() == HEADERS || frame.type() == DATA) && frame.ends();
      }
      asked.bodyIsRead();
    }

    private void awaitTheEnd() throws InterruptedException {
      while (!ends(in.take())) {
        // what comes of the request does not matter any more
      }
    }
  }
}
