package io.weir.dataplane.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.weir.dataplane.http.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets OpenTelemetry read and write the headers of messages. */
enum HeaderCarrier implements TextMapGetter<Headers>, TextMapSetter<Headers> {
  INSTANCE;

  @Override
  public List<String> keys(Headers headers) {
    List<String> names = new ArrayList<>(headers.size());
    for (int i = 0; i < headers.size(); i++) {
      names.add(headers.nameText(i));
    }
    return names;
  }

  @Override
  public @Nullable String get(@Nullable Headers headers, String name) {
    return headers == null ? null : headers.get(name);
  }

  @Override
  public void set(@Nullable Headers headers, String name, String value) {
    if (headers != null) {
      headers.add(name, value);
    }
  }
}
