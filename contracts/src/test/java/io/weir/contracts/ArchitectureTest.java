package io.weir.contracts;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.image.Snapshot;
import org.jspecify.annotations.NullMarked;

/** Who may know whom, in the order in which the module is to be read. */
@AnalyzeClasses(
    packages = "io.weir.contracts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /**
   * Values, then facts made of them, then how facts are recorded, written down, summed up and read
   * again.
   */
  @ArchTest
  static final ArchRule PACKAGES_KNOW_ONLY_THOSE_BEFORE_THEM =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("value")
          .definedBy("io.weir.contracts.value")
          .layer("content")
          .definedBy("io.weir.contracts.content")
          .layer("event")
          .definedBy("io.weir.contracts.event")
          .layer("log")
          .definedBy("io.weir.contracts.log")
          .layer("codec")
          .definedBy("io.weir.contracts.codec")
          .layer("image")
          .definedBy("io.weir.contracts.image")
          .layer("topic")
          .definedBy("io.weir.contracts.topic")
          .layer("diff")
          .definedBy("io.weir.contracts.diff")
          .layer("read")
          .definedBy("io.weir.contracts.read")
          .whereLayer("value")
          .mayOnlyBeAccessedByLayers("content", "event", "log", "codec", "image", "diff")
          .whereLayer("content")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("event")
          .mayOnlyBeAccessedByLayers("codec", "image", "topic", "diff")
          .whereLayer("log")
          .mayOnlyBeAccessedByLayers("codec", "image", "topic")
          .whereLayer("codec")
          .mayOnlyBeAccessedByLayers("image", "topic", "diff")
          .whereLayer("image")
          .mayOnlyBeAccessedByLayers("topic", "diff")
          .whereLayer("diff")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("topic")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("read")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitecture();

  /** The fold is about meaning; only the file and the hash need to know how facts are written. */
  @ArchTest
  static final ArchRule ONLY_THE_SNAPSHOT_AND_THE_HASH_KNOW_THE_CODEC =
      noClasses()
          .that(
              resideInAPackage("io.weir.contracts.image")
                  .and(not(new InOrWithin(Snapshot.class)))
                  .and(not(new InOrWithin(ImageHash.class))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.weir.contracts.codec", "com.fasterxml..");

  /** Of Jackson, the words themselves know annotations alone. */
  @ArchTest
  static final ArchRule ONLY_ANNOTATIONS_OUTSIDE_THE_CODEC =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.weir.contracts.value", "io.weir.contracts.event", "io.weir.contracts.log")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule NOTHING_BUT_ITS_FEW_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.weir.contracts..",
              "org.jspecify.annotations",
              "org.pcollections",
              "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes().should(new LiveInANullMarkedPackage());

  private static final class InOrWithin extends DescribedPredicate<JavaClass> {
    private final String outer;

    InOrWithin(Class<?> outer) {
      super("in or within " + outer.getSimpleName());
      this.outer = outer.getName();
    }

    @Override
    public boolean test(JavaClass javaClass) {
      return javaClass.getName().equals(outer) || javaClass.getName().startsWith(outer + "$");
    }
  }

  private static final class LiveInANullMarkedPackage extends ArchCondition<JavaClass> {
    LiveInANullMarkedPackage() {
      super("live in a package with a package-info that is @NullMarked");
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
      boolean marked =
          javaClass.getPackage().tryGetPackageInfo().isPresent()
              && javaClass.getPackage().isAnnotatedWith(NullMarked.class);
      events.add(
          new SimpleConditionEvent(
              javaClass, marked, javaClass.getPackageName() + " is @NullMarked: " + marked));
    }
  }
}
