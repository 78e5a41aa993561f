/** What Weir consists of and how it is brought up, shown and taken down. */
@NullMarked
package io.weir.standalone.platform;

import org.jspecify.annotations.NullMarked;
