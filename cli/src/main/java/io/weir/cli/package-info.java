/** What operators and auditors ask from a shell: one class a verb, one class that asks. */
@NullMarked
package io.weir.cli;

import org.jspecify.annotations.NullMarked;
