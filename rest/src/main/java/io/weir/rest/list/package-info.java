/** Lists: what each can be asked is declared, everything else is made from that once. */
@NullMarked
package io.weir.rest.list;

import org.jspecify.annotations.NullMarked;
