package io.weir.projector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may import whom. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.weir.projector");

  @Test
  void sharesWithOtherModulesOnlyWhatIsSaidWhatItMeansAndTheDoor() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.weir..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "io.weir.projector..", "io.weir.contracts..", "io.weir.guard..")))
        .check(OURS);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.weir.projector.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void viewsKnowEventsAndImagesAndNotWhereRowsGo() {
    uses("view");
    classes()
        .that()
        .resideInAPackage("..projector.view")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "io.weir..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                "org.pcollections.."))
        .check(OURS);
  }

  @Test
  void viewsDoNotKnowEachOther() {
    var views = simpleNameEndingWith("View");
    for (JavaClass view : OURS.that(views)) {
      if (!view.isInterface()) {
        classes()
            .that()
            .belongToAnyOf(view.reflect())
            .should()
            .onlyDependOnClassesThat(
                new com.tngtech.archunit.base.DescribedPredicate<>("no other view") {
                  @Override
                  public boolean test(JavaClass used) {
                    String outer = used.getName().replaceFirst("[$].*", "");
                    return !outer.endsWith("View")
                        || outer.equals(view.getName())
                        || outer.equals("io.weir.projector.view.View");
                  }
                })
            .check(OURS);
      }
    }
  }

  @Test
  void theLivePathAndRebuildsShareTheFoldAndNothingElse() {
    uses("store", "view");
    uses("projection", "view", "store");
    uses("intake", "view", "store", "projection");
    uses("rebuild", "view", "store", "projection", "http");
    uses("snapshot", "intake", "store", "http");
    uses("replica");
    uses("hash", "intake", "store");
  }

  @Test
  void everyPackageSaysWhatMayBeNull() throws ClassNotFoundException {
    List<String> unmarked = new ArrayList<>();
    for (JavaClass one : OURS) {
      Class<?> info = Class.forName(one.getPackageName() + ".package-info");
      if (!info.isAnnotationPresent(NullMarked.class)) {
        unmarked.add(one.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  private static void uses(String part, String... others) {
    List<String> allowed = new ArrayList<>(List.of("io.weir.projector." + part));
    for (String other : others) {
      allowed.add("io.weir.projector." + other);
    }
    noClasses()
        .that()
        .resideInAPackage("io.weir.projector." + part)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.weir.projector..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(allowed.toArray(String[]::new))))
        .check(OURS);
  }
}
