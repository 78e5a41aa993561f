/** What HTTP/2 promises, against real peers and peers that break it. */
package io.weir.dataplane.http2;
