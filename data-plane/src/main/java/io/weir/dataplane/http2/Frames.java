package io.weir.dataplane.http2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;

/** Leads frames, which Netty has read and found in order, to an endpoint and its streams. */
final class Frames extends Http2FrameAdapter {
  private final Http2Endpoint endpoint;

  Frames(Http2Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public int onDataRead(
      ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean end)
      throws Http2Exception {
    MessageStream message = endpoint.streams().touch(streamId);
    return padding + (message == null ? data.readableBytes() : message.read(streamId, data, end));
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx, int streamId, Http2Headers fields, int padding, boolean end)
      throws Http2Exception {
    Http2Stream stream = endpoint.connection().stream(streamId);
    if (stream != null) {
      endpoint.readHeaders(stream, fields, end);
    }
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx,
      int streamId,
      Http2Headers fields,
      int streamDependency,
      short weight,
      boolean exclusive,
      int padding,
      boolean end)
      throws Http2Exception {
    onHeadersRead(ctx, streamId, fields, padding, end);
  }

  @Override
  public void onRstStreamRead(ChannelHandlerContext ctx, int streamId, long errorCode) {
    MessageStream message = endpoint.streams().of(endpoint.connection().stream(streamId));
    if (message != null) {
      message.onReset(errorCode);
    }
  }

  @Override
  public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings)
      throws Http2Exception {
    endpoint.capHeaderTable(settings);
    endpoint.readSettings();
  }

  @Override
  public void onPingAckRead(ChannelHandlerContext ctx, long data) {
    endpoint.readPingAck(data);
  }

  @Override
  public void onGoAwayRead(
      ChannelHandlerContext ctx, int lastStreamId, long errorCode, ByteBuf debugData)
      throws Http2Exception {
    endpoint.readGoAway(lastStreamId, errorCode);
  }
}
