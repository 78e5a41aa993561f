package io.weir.projector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.weir.guard.access.AccessTable;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of access has a line for everything that this service answers below /v1. */
class AccessTableTest {
  @Test
  void everyOperationHasALine() {
    Set<String> known =
        AccessTable.operations().stream()
            .map(operation -> operation.method() + " " + anonymous(operation.path()))
            .collect(Collectors.toSet());
    assertThat(implemented()).isNotEmpty().isSubsetOf(known);
  }

  private static Set<String> implemented() {
    Set<String> operations = new TreeSet<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.weir.projector")) {
      if (each.isAnnotatedWith(Path.class)) {
        Class<?> resource = each.reflect();
        String root = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getMethods()) {
          Path own = method.getAnnotation(Path.class);
          for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
              operations.add(
                  verb.value() + " " + anonymous(root + (own == null ? "" : own.value())));
            }
          }
        }
      }
    }
    return operations;
  }

  private static String anonymous(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }
}
