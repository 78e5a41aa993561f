package io.weir.rest.list;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import java.util.function.BiConsumer;

/**
 * A part of an item.
 *
 * @param columns SQL of what {@code show} reads of a row
 * @param whole whether only whole items have it, summaries not
 * @param recorded whether it is told of the past, too
 */
record Part(String columns, boolean whole, boolean recorded, BiConsumer<ObjectNode, Row> show) {}
