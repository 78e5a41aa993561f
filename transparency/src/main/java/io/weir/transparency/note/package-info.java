/** Signed notes, checkpoints of a ledger and what witnesses say of them, in the formats of C2SP. */
@NullMarked
package io.weir.transparency.note;

import org.jspecify.annotations.NullMarked;
