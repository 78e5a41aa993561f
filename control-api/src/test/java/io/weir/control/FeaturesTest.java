package io.weir.control;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {"io.weir.control", "io.weir.ledger"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class FeaturesTest {
  @ArchTest
  static final ArchRule featuresDoNotKnowEachOther =
      slices().matching("io.weir.control.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule commandsArePure =
      noClasses()
          .that()
          .resideInAPackage("io.weir.control..")
          .and()
          .implement("io.weir.ledger.Command")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.time..", "java.io..", "jakarta..", "io.vertx..", "io.smallrye..");
}
