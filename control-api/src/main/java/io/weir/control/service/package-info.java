/** Services: commands, representation and resource. */
@NullMarked
package io.weir.control.service;

import org.jspecify.annotations.NullMarked;
