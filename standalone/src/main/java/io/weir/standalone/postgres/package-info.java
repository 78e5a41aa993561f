/** An embedded, durable PostgreSQL run as a child process. */
@NullMarked
package io.weir.standalone.postgres;

import org.jspecify.annotations.NullMarked;
