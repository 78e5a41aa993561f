/** Logging in to the console: sessions of keys, and links that become one once. */
@NullMarked
package io.weir.control.session;

import org.jspecify.annotations.NullMarked;
