package io.weir.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource method does not declare: a misspelt filter must not
 * widen a list. Reads the one that all changes have.
 */
public class UnknownParameters {
  /** A method of a resource, which may be inherited. */
  private record Operation(Class<?> resource, Method method) {}

  private final Map<Operation, Set<String>> declared = new ConcurrentHashMap<>();
  private final CurrentVertxRequest current;

  UnknownParameters(CurrentVertxRequest current) {
    this.current = current;
  }

  @ServerRequestFilter
  void refuse(ContainerRequestContext request, ResourceInfo resource) {
    Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
    Method method = resource.getResourceMethod();
    if (given.isEmpty() || method == null || method.isAnnotationPresent(ChecksParameters.class)) {
      return;
    }
    Set<String> known =
        declared.computeIfAbsent(
            new Operation(resource.getResourceClass(), method), UnknownParameters::declaredBy);
    Parameters parameters = new Parameters();
    if (List.of(method.getParameterTypes()).contains(EntityTags.class)) {
      Trial.read(current.getCurrent(), parameters);
    }
    parameters.known(given, known);
    parameters.end();
  }

  private static Set<String> declaredBy(Operation operation) {
    Method method = operation.method();
    Set<String> names = new HashSet<>();
    WriteParameters written = operation.resource().getAnnotation(WriteParameters.class);
    if (written != null && method.isAnnotationPresent(Consumes.class)) {
      names.addAll(List.of(written.value()));
    }
    for (Parameter parameter : method.getParameters()) {
      QueryParam own = parameter.getAnnotation(QueryParam.class);
      if (own != null) {
        names.add(own.value());
      } else if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          QueryParam inner = field.getAnnotation(QueryParam.class);
          if (inner != null) {
            names.add(inner.value());
          }
        }
      }
    }
    return names;
  }
}
