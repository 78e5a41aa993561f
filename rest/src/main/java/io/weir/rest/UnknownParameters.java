package io.weir.rest;

import jakarta.ws.rs.BeanParam;
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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource method does not declare: a misspelt filter must not
 * widen a list.
 */
public class UnknownParameters {
  private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void refuse(ContainerRequestContext request, ResourceInfo resource) {
    Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
    Method method = resource.getResourceMethod();
    if (given.isEmpty() || method == null) {
      return;
    }
    Set<String> known = declared.computeIfAbsent(method, UnknownParameters::declaredBy);
    Violations violations = new Violations();
    new TreeMap<>(given)
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                violations.add(Violation.parameter(name, "is not a parameter of this resource"));
              } else if (values.size() > 1) {
                violations.add(Violation.parameter(name, "must be given once"));
              }
            });
    violations.end();
  }

  private static Set<String> declaredBy(Method method) {
    Set<String> names = new HashSet<>();
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
