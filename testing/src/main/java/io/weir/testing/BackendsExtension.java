package io.weir.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the shared {@link Backends}, {@link Postgres} or {@link Kafka} to a test that names it as a
 * parameter: {@code @ExtendWith(BackendsExtension.class)}.
 */
public final class BackendsExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Backends.class || type == Postgres.class || type == Kafka.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var backends = Backends.start();
    var type = parameter.getParameter().getType();
    if (type == Postgres.class) {
      return backends.postgres();
    }
    return type == Kafka.class ? backends.kafka() : backends;
  }
}
