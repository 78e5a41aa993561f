/** A real HTTP/1.1 server whose every answer, delay and failure a test decides. */
@NullMarked
package io.weir.testing.http;

import org.jspecify.annotations.NullMarked;
