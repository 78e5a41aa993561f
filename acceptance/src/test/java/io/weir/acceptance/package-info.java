/** The services as their users have them: processes that share one database and one topic. */
@NullMarked
package io.weir.acceptance;

import org.jspecify.annotations.NullMarked;
