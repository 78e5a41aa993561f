/** Where one running Weir keeps its files, and which ports it uses. */
@NullMarked
package io.weir.standalone.home;

import org.jspecify.annotations.NullMarked;
