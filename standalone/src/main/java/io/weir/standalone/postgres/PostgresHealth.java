package io.weir.standalone.postgres;

import io.weir.standalone.process.Health;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Ready when the server asks a new session for its password: it says "starting up" or "shutting
 * down" instead while it does that. This is what {@code pg_isready} does.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">formats</a>
 */
public record PostgresHealth(int port) implements Health {

  private static final int PROTOCOL_3_0 = 196608;
  private static final int TIMEOUT_MILLIS = 2000;
  private static final char AUTHENTICATION = 'R';

  @Override
  public boolean ready() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      byte[] parameters =
          "user\0%s\0database\0%s\0\0"
              .formatted(EmbeddedPostgres.USER, EmbeddedPostgres.DATABASE)
              .getBytes(StandardCharsets.US_ASCII);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(Integer.BYTES + Integer.BYTES + parameters.length);
      out.writeInt(PROTOCOL_3_0);
      out.write(parameters);
      out.flush();
      return new DataInputStream(socket.getInputStream()).readByte() == AUTHENTICATION;
    }
  }
}
