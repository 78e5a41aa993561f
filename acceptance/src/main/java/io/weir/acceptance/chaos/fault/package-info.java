/** What is done to a running Weir, and when: a schedule made of a seed alone. */
@NullMarked
package io.weir.acceptance.chaos.fault;

import org.jspecify.annotations.NullMarked;
