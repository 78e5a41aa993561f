package io.weir.dataplane.http2;

import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2LocalFlowController;
import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Settings;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.RequestHandler;

/** Puts Netty's codec together: its settings and the limits it enforces itself. */
final class Http2Setup<T extends Http2Endpoint>
    extends AbstractHttp2ConnectionHandlerBuilder<T, Http2Setup<T>> {
  /** CONTINUATION frames below 8 KiB of one head. */
  private static final int MOST_SMALL_CONTINUATIONS = 8;

  /** Answers to PING, SETTINGS and broken streams that a peer does not read. */
  private static final int MOST_QUEUED_CONTROL_FRAMES = 1000;

  private static final int MOST_EMPTY_DATA_FRAMES = 10;

  /** How long what a connection error has to say waits for a peer that does not read. */
  private static final long FAREWELL_MILLIS = 5000;

  private static final int NODE_HEADER_BYTES = 64 * 1024;
  private static final int RESET_WINDOW_SECONDS = 30;

  /** Makes the handler. */
  private interface Maker<T> {
    T make(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings);
  }

  private final Maker<T> maker;

  private Http2Setup(Maker<T> maker) {
    this.maker = maker;
    decoupleCloseAndGoAway(true);
    gracefulShutdownTimeoutMillis(FAREWELL_MILLIS);
    headerSensitivityDetector(FieldWriter::staysOutOfTable);
    decoderEnforceMaxSmallContinuationFrames(MOST_SMALL_CONTINUATIONS);
    encoderEnforceMaxQueuedControlFrames(MOST_QUEUED_CONTROL_FRAMES);
    decoderEnforceMaxConsecutiveEmptyDataFrames(MOST_EMPTY_DATA_FRAMES);
  }

  static Http2ClientConnection client(
      RequestHandler handler, HttpLimits limits, ClientPeer peer, ClientConnections open) {
    DefaultHttp2Connection connection = new DefaultHttp2Connection(true, 0);
    FairShares shares = controlFlow(connection, false);
    Http2Setup<Http2ClientConnection> setup =
        new Http2Setup<>(
            (decoder, encoder, settings) ->
                new Http2ClientConnection(
                    decoder, encoder, settings, shares, handler, limits, peer, open));
    return setup
        .connection(connection)
        .initialSettings(
            new Http2Settings()
                .maxConcurrentStreams(limits.streams())
                .initialWindowSize(Http2ClientConnection.STREAM_WINDOW)
                .maxHeaderListSize(limits.headerBytes()))
        .decoderEnforceMaxRstFramesPerWindow(limits.resetsPerHalfMinute(), RESET_WINDOW_SECONDS)
        .encoderEnforceMaxRstFramesPerWindow(limits.resetsPerHalfMinute(), RESET_WINDOW_SECONDS)
        .build();
  }

  static Http2NodeConnection node(Http2NodeConnection.Owner owner) {
    DefaultHttp2Connection connection = new DefaultHttp2Connection(false, 0);
    FairShares shares = controlFlow(connection, true);
    Http2Setup<Http2NodeConnection> setup =
        new Http2Setup<>(
            (decoder, encoder, settings) ->
                new Http2NodeConnection(decoder, encoder, settings, shares, owner));
    return setup
        .connection(connection)
        .initialSettings(
            new Http2Settings()
                .pushEnabled(false)
                .initialWindowSize(Http2NodeConnection.STREAM_WINDOW)
                .maxHeaderListSize(NODE_HEADER_BYTES))
        // however often a node resets streams, or makes us do so, the others have done nothing
        .decoderEnforceMaxRstFramesPerWindow(0, RESET_WINDOW_SECONDS)
        .encoderEnforceMaxRstFramesPerWindow(0, RESET_WINDOW_SECONDS)
        .build();
  }

  /**
   * @param refill whether only the windows of the streams hold a peer back, so that one that nobody
   *     reads does not stop the others
   */
  private static FairShares controlFlow(DefaultHttp2Connection connection, boolean refill) {
    FairShares shares = new FairShares(connection);
    connection
        .local()
        .flowController(
            new DefaultHttp2LocalFlowController(
                connection, DefaultHttp2LocalFlowController.DEFAULT_WINDOW_UPDATE_RATIO, refill));
    connection.remote().flowController(new DefaultHttp2RemoteFlowController(connection, shares));
    return shares;
  }

  @Override
  protected T build(
      Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
    return maker.make(decoder, encoder, settings);
  }
}
