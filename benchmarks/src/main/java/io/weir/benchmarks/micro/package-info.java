/** What single steps of a request and of a change cost: JMH. */
@NullMarked
package io.weir.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
