package io.weir.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a path has: RFC 9110 wants a 405 (15.5.6) and an answer to OPTIONS (9.3.7) to say
 * so, and the server's own do not.
 */
@ApplicationScoped
class AllowedMethods {
  private final BeanManager beans;
  private volatile @Nullable List<Route> routes;

  AllowedMethods(BeanManager beans) {
    this.beans = beans;
  }

  private record Route(Pattern path, String method) {}

  /** The value of the {@code Allow} header; empty if no resource has the path. */
  String of(String path) {
    List<Route> known = routes;
    if (known == null) {
      known = find();
      routes = known;
    }
    var methods = new TreeSet<String>();
    for (Route route : known) {
      if (route.path.matcher(path).matches()) {
        methods.add(route.method);
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return String.join(", ", methods);
  }

  private List<Route> find() {
    List<Route> found = new ArrayList<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          add(found, root, method);
        }
      }
    }
    return List.copyOf(found);
  }

  private static void add(List<Route> found, Path root, Method method) {
    Path own = method.getAnnotation(Path.class);
    String template = own == null ? root.value() : root.value() + "/" + own.value();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        found.add(new Route(pattern(template), verb.value()));
      }
    }
  }

  /** A parameter is a segment, unless it says by a pattern what it is. */
  private static Pattern pattern(String template) {
    String path =
        ("/" + template)
            .replaceAll("/+", "/")
            .replaceAll("\\{[^:}]*: *([^}]*)}", "$1")
            .replaceAll("\\{[^}]*}", "[^/]+");
    return Pattern.compile(path + "/?");
  }
}
