package io.weir.transparency;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.weir.transparency", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theTreeKnowsNothingOfNotesAndNeitherOfVerifying =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("tree")
          .definedBy("io.weir.transparency.tree")
          .layer("note")
          .definedBy("io.weir.transparency.note")
          .layer("verify")
          .definedBy("io.weir.transparency.verify")
          .layer("export")
          .definedBy("io.weir.transparency.export")
          .whereLayer("export")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("verify")
          .mayOnlyBeAccessedByLayers("export")
          .whereLayer("note")
          .mayOnlyBeAccessedByLayers("verify", "export")
          .whereLayer("tree")
          .mayOnlyBeAccessedByLayers("verify", "export");

  @ArchTest
  static final ArchRule nothingButThePlatformContractsAndJson =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.weir.transparency..",
              "io.weir.contracts..",
              "com.fasterxml.jackson..",
              "org.jspecify..");
}
