/** The ledger's topic: its name and settings, and its records read as whole commands. */
@NullMarked
package io.weir.contracts.topic;

import org.jspecify.annotations.NullMarked;
