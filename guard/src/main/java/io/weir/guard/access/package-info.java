/**
 * Who is answered: how callers prove who they are, and which role each operation takes. A mechanism
 * gives its identities a {@link io.weir.guard.access.Caller}.
 */
@NullMarked
package io.weir.guard.access;

import org.jspecify.annotations.NullMarked;
