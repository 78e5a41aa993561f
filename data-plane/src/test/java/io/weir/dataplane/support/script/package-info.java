/** Nodes that do what a script says, step by step, in HTTP/1.1 and HTTP/2, clear and over TLS. */
package io.weir.dataplane.support.script;
