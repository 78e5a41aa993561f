/** Whether what leads to the database leaves a connection its session. */
@NullMarked
package io.weir.guard.session;

import org.jspecify.annotations.NullMarked;
