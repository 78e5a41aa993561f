package io.weir.dataplane.matrix;

import io.weir.dataplane.support.script.ScriptedConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Two requests on one connection and what came of them.
 *
 * @param second null if the connection was said, or seen, to end with the first
 */
record Talk(Got first, @Nullable Got second) {
  /** How a client speaks. */
  enum Client {
    H1(false, false),
    H1_PIPELINED(false, false),
    H1_0(false, false),
    H2(true, false),
    H1_TLS(false, true),
    H2_TLS(true, true);

    private final boolean http2;
    private final boolean tls;

    Client(boolean http2, boolean tls) {
      this.http2 = http2;
      this.tls = tls;
    }

    boolean http2() {
      return http2;
    }

    boolean tls() {
      return tls;
    }

    /** Talks to a gateway with this host name on one of its ports. */
    Talk talk(String host, int port, SSLContext trust, Ask first, Ask second) throws IOException {
      Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port);
      String protocol = http2 ? "h2" : "http/1.1";
      try (ScriptedConnection wire =
          tls ? ScriptedConnection.client(tcp, trust, protocol) : ScriptedConnection.clear(tcp)) {
        return switch (this) {
          case H1, H1_TLS -> new Http1Talk(wire, host, "HTTP/1.1").inTurn(first, second);
          case H1_PIPELINED -> new Http1Talk(wire, host, "HTTP/1.1").pipelined(first, second);
          case H1_0 -> new Http1Talk(wire, host, "HTTP/1.0").only(first);
          case H2, H2_TLS -> new Http2Talk(wire, host, tls).both(first, second);
        };
      }
    }
  }
}
