/** What has to hold whatever is done to Weir: pure functions of what was recorded. */
@NullMarked
package io.weir.acceptance.chaos.rule;

import org.jspecify.annotations.NullMarked;
