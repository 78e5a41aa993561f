package io.weir.dataplane.exchange;

import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.trace.RequestTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request, as of the moment before the last byte of its answer is handed over.
 *
 * @param head what was asked; its headers may be read until {@link Observer#ended} returns
 * @param target null if it was malformed
 * @param position of the ledger, of the configuration that it was served with
 * @param destination null if it had none
 * @param status the status sent to the client, 499 if it left before one was
 * @param failure why the gateway answered itself or broke the response off, or null
 * @param flags the {@link Flag}s, one bit each
 * @param failOpenPicks how many nodes were picked though none was healthy
 * @param retries how many times it was sent to a node after a failure
 * @param attempts in their order, all of them over
 * @param trace null if it is not traced
 * @param bytesReceived of the request's body, and into a tunnel
 * @param bytesSent of the response's body, and out of a tunnel
 * @param arrivedAt a {@link System#nanoTime()}
 * @param totalMicros from its arrival
 */
public record Finished(
    RequestHead head,
    ClientPeer peer,
    @Nullable RequestTarget target,
    String requestId,
    long position,
    @Nullable Destination destination,
    int status,
    @Nullable Failure failure,
    int flags,
    int failOpenPicks,
    int retries,
    List<Attempt> attempts,
    @Nullable RequestTrace trace,
    long bytesReceived,
    long bytesSent,
    long arrivedAt,
    long totalMicros) {}
