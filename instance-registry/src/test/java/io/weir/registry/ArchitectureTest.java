package io.weir.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.weir.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule FEATURES_MEET_IN_THE_IMAGE_ALONE =
      slices().matching("io.weir.registry.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule COMMANDS_AND_KINDS_KNOW_NO_FRAMEWORK =
      noClasses()
          .that()
          .implement("io.weir.ledger.Command")
          .or()
          .haveSimpleNameEndingWith("Kind")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "io.smallrye..");

  @ArchTest
  static final ArchRule COMMANDS_ARE_RECORDS =
      classes().that().implement("io.weir.ledger.Command").should().beRecords();
}
