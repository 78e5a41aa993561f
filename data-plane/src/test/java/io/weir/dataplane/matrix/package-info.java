/** Every kind of client in front of every kind of node, and every way a message can end. */
package io.weir.dataplane.matrix;
