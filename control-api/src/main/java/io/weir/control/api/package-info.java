/** The drafts of APIs: commands, representation and resource. */
@NullMarked
package io.weir.control.api;

import org.jspecify.annotations.NullMarked;
