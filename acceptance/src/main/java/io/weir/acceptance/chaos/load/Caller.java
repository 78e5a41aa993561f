package io.weir.acceptance.chaos.load;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Call;
import io.weir.acceptance.chaos.history.Recording;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Calls an API through one gateway node, again and again. Each call has a connection of its own, so
 * that none meets one that is being closed and what fails has failed.
 */
public final class Caller implements Runnable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 20_000;
  private static final int PAUSE_MILLIS = 60;

  private final Target gateway;
  private final InetSocketAddress address;
  private final byte[] request;
  private final Recording recording;
  private volatile boolean stopped;

  public Caller(Target gateway, URI traffic, Scene scene, Recording recording) {
    this.gateway = gateway;
    this.address = new InetSocketAddress(traffic.getHost(), traffic.getPort());
    this.request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(scene.path(), scene.host())
            .getBytes(StandardCharsets.US_ASCII);
    this.recording = recording;
  }

  /** Ends it after the call it is at. */
  public void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        recording.add(call());
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One call, now. */
  public Call call() {
    long begun = System.nanoTime();
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.connect(address, CONNECT_MILLIS);
      socket.getOutputStream().write(request);
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return new Call(gateway, begun, System.nanoTime(), status(answer), null);
    } catch (IOException | RuntimeException e) {
      return new Call(gateway, begun, System.nanoTime(), 0, e.toString());
    }
  }

  /** The status of an answer that is whole. */
  private static int status(String answer) throws IOException {
    int end = answer.indexOf("\r\n\r\n");
    if (!answer.startsWith("HTTP/1.1 ") || end < 0) {
      throw new EOFException("the answer ends after " + answer.length() + " bytes");
    }
    int status = Integer.parseInt(answer.substring(9, 12));
    if (status == 200 && answer.length() == end + 4) {
      throw new EOFException("the answer has no body");
    }
    return status;
  }
}
