package io.weir.dataplane.nodes;

import io.netty.channel.Channel;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http1.Http1NodeConnection;
import io.weir.dataplane.http2.Http2NodeConnection;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;

/** A connection to a node that is made for one request and closed after it. One event loop. */
record SingleRequest(NodeConnector connector, LiveNode node, int millis)
    implements NodeConnections, Http1NodeConnection.Owner, Http2NodeConnection.Owner {
  @Override
  public void open(NodeListener listener, boolean fresh) {
    connector.connect(
        node,
        new Spread(ThreadLocalRandom.current().nextInt()),
        millis,
        new NodeConnector.Waiting() {
          @Override
          public void connected(Channel channel, InetAddress address, boolean http2) {
            if (node.httpVersion() == HttpVersion.HTTP_1_1) {
              Http1NodeConnection.install(channel, SingleRequest.this).open(listener);
            } else if (http2) {
              Http2NodeConnection.install(channel, SingleRequest.this).open(listener);
            } else {
              channel.close();
              listener.failed(NodeFailure.NOT_CONNECTED, NodePool.NOT_HTTP_2);
            }
          }

          @Override
          public void failed(NodeFailure kind, String why) {
            listener.failed(kind, why);
          }
        });
  }

  @Override
  public void idle(Http1NodeConnection connection) {
    connection.close();
  }

  @Override
  public void closed(Http1NodeConnection connection) {}

  @Override
  public void freed(Http2NodeConnection connection) {
    if (connection.active() == 0 && connection.isUsable()) {
      connection.close();
    }
  }

  @Override
  public void closed(Http2NodeConnection connection) {}
}
