package io.weir.standalone.kafka;

import io.weir.standalone.process.Health;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Ready when the broker answers which requests it understands; it answers nothing before it has
 * caught up with its controller.
 *
 * @see <a href="https://kafka.apache.org/protocol.html#The_Messages_ApiVersions">ApiVersions</a>
 */
public record KafkaHealth(int port) implements Health {

  private static final int TIMEOUT_MILLIS = 2000;
  private static final short API_VERSIONS = 18;
  private static final int CORRELATION = 7;
  private static final int REQUEST_BYTES = 10;

  @Override
  public boolean ready() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(REQUEST_BYTES);
      out.writeShort(API_VERSIONS);
      out.writeShort(0); // version
      out.writeInt(CORRELATION);
      out.writeShort(-1); // no client id
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readInt(); // length
      return in.readInt() == CORRELATION;
    }
  }
}
