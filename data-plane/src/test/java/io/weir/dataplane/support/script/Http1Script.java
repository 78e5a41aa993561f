package io.weir.dataplane.support.script;

import io.weir.testing.http.Header;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;

/** Plays scripts on one connection of HTTP/1.1. One thread. */
final class Http1Script {
  private static final int PAUSE_MILLIS = 20;

  private final ScriptedNode node;
  private final ScriptedConnection wire;
  private final StrictReader in;
  private StrictReader.Framing framing = new StrictReader.Framing.None();
  private boolean over;

  Http1Script(ScriptedNode node, ScriptedConnection wire) throws IOException {
    this.node = node;
    this.wire = wire;
    in = new StrictReader(wire.socket().getInputStream());
  }

  void run() throws IOException, InterruptedException {
    try {
      for (String line = in.lineOrEnd();
          line != null && !over;
          line = over ? null : in.lineOrEnd()) {
        serve(line);
      }
    } catch (ProtocolException e) {
      node.complain("a node was sent: " + e.getMessage());
    }
  }

  private void serve(String line) throws IOException, InterruptedException {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[2].equals("HTTP/1.1")) {
      throw new ProtocolException("no request line: " + line);
    }
    List<Header> fields = in.fields();
    framing = StrictReader.framing(fields);
    Asked asked = new Asked(words[0], words[1], 0);
    List<Step> steps = node.begin(asked);
    try {
      for (Step step : steps) {
        play(step, asked);
      }
    } finally {
      node.done();
    }
  }

  private void play(Step step, Asked asked) throws IOException, InterruptedException {
    switch (step) {
      case Step.ReadBody _ -> readBody(asked);
      case Step.Send(Step.Words words) -> wire.send(words.of(asked));
      case Step.Trickle(Step.Words words, int pieces) -> {
        for (byte[] piece : Pieces.of(words.of(asked), pieces)) {
          wire.send(piece);
          Thread.sleep(PAUSE_MILLIS);
        }
      }
      case Step.Flood(Step.Words words) -> {
        while (true) {
          wire.send(words.of(asked));
          Thread.sleep(PAUSE_MILLIS);
        }
      }
      case Step.Close _ -> {
        over = true;
        wire.close();
      }
      case Step.Drop _ -> {
        over = true;
        wire.drop();
      }
      case Step.Reset _ -> {
        over = true;
        wire.reset();
      }
      case Step.Silence _ -> {
        over = true;
        in.toTheEnd((_, _) -> {});
      }
      case Step.OnStream other -> throw new IllegalStateException("no streams here: " + other);
    }
  }

  private void readBody(Asked asked) throws IOException {
    try {
      switch (framing) {
        case StrictReader.Framing.Length(long bytes) -> in.exactly(bytes, asked.body()::add);
        case StrictReader.Framing.Chunked _ -> in.chunked(asked.body()::add);
        case StrictReader.Framing.None _ -> {}
      }
    } catch (EOFException brokenOff) {
      over = true;
      throw brokenOff;
    }
    asked.bodyIsRead();
  }
}
