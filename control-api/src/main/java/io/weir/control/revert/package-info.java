/** What events of each kind come to when they are reverted. */
@NullMarked
package io.weir.control.revert;

import org.jspecify.annotations.NullMarked;
