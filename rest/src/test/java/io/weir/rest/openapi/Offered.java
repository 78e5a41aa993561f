package io.weir.rest.openapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.weir.rest.WriteParameters;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation as its resource has it.
 *
 * @param resource a class, which may inherit the method
 * @param list what can be asked, if it is a list
 */
record Offered(Class<?> resource, Method method, @Nullable ListOf list) {
  /** All operations of the resources in these packages, by {@link #name}. */
  static Map<String, Offered> by(String packages) {
    var operations = new TreeMap<String, Offered>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(packages)) {
      if (each.isAnnotatedWith(Path.class)) {
        Class<?> resource = each.reflect();
        for (Method method : resource.getMethods()) {
          for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
              operations.put(
                  name(verb.value(), path(resource, method)),
                  new Offered(resource, method, list(resource, method)));
            }
          }
        }
      }
    }
    return operations;
  }

  /** The name of an operation, whatever the document calls the ids in its path. */
  static String name(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  private static String path(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    return resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
  }

  /** What a list can be asked is known without anything behind it. */
  private static @Nullable ListOf list(Class<?> resource, Method method) {
    if (method.getDeclaringClass() != ListResource.class) {
      return null;
    }
    try {
      var constructor = resource.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      Object made = constructor.newInstance(new Object[constructor.getParameterCount()]);
      return ((ListResource) made).list();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(resource.getName(), e);
    }
  }

  /** Whether it has a parameter of this class. */
  boolean takes(Class<?> type) {
    return Arrays.asList(method.getParameterTypes()).contains(type);
  }

  /** Where each parameter but those of the path stands, in the query or in a header. */
  Map<String, String> parameters() {
    Map<String, String> places = new LinkedHashMap<>();
    if (list != null) {
      list.parameters().forEach(name -> places.put(name, "query"));
      return places;
    }
    WriteParameters written = resource.getAnnotation(WriteParameters.class);
    if (written != null && method.isAnnotationPresent(Consumes.class)) {
      List.of(written.value()).forEach(name -> places.put(name, "query"));
    }
    List<AnnotatedElement> declared = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      declared.add(parameter);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        declared.addAll(List.of(parameter.getType().getDeclaredFields()));
      }
    }
    for (AnnotatedElement one : declared) {
      QueryParam query = one.getAnnotation(QueryParam.class);
      HeaderParam header = one.getAnnotation(HeaderParam.class);
      if (query != null) {
        places.put(query.value(), "query");
      }
      if (header != null) {
        places.put(header.value(), "header");
      }
    }
    return places;
  }
}
