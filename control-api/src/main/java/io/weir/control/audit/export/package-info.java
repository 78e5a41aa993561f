/** The ledger as a file that can be verified without Weir. */
@NullMarked
package io.weir.control.audit.export;

import org.jspecify.annotations.NullMarked;
