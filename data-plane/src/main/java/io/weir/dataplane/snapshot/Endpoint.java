package io.weir.dataplane.snapshot;

import com.fasterxml.jackson.databind.node.TextNode;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import org.jspecify.annotations.Nullable;

/**
 * What is written as {@code /path} or {@code METHOD /path}.
 *
 * @param method null if none was written
 */
record Endpoint(@Nullable String method, String path) {
  /** A front end, or null after a complaint. */
  static @Nullable Endpoint front(YamlValue value) {
    return read(value, FrontPath.class);
  }

  /** A back end, or null after a complaint. */
  static @Nullable Endpoint back(YamlValue value) {
    return read(value, BackPath.class);
  }

  private static @Nullable Endpoint read(YamlValue value, Class<?> pathType) {
    String text = value.text();
    if (text == null) {
      return null;
    }
    String[] words = text.strip().split("\\s+");
    if (words.length > 2) {
      value.violates("must be a path, or a method and a path");
      return null;
    }
    String path = words[words.length - 1];
    String method = words.length == 2 ? words[0] : null;
    int before = value.complaints();
    if (method != null) {
      YamlRecords.read(value, new TextNode(method), Method.class);
    }
    YamlRecords.read(value, new TextNode(path), pathType);
    return value.complaints() > before ? null : new Endpoint(method, path);
  }

  /** The path without the {@code =} of an exact front end. */
  String plainPath() {
    return path.startsWith("=") ? path.substring(1) : path;
  }
}
