/** What the services know of each other's PostgreSQL schema: the views that lists are read from. */
@NullMarked
package io.weir.contracts.read;

import org.jspecify.annotations.NullMarked;
