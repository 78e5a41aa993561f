package io.weir.yaml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.weir.yaml", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** What configurations mean is read from JSON; that it was YAML, only its reader knows. */
  @ArchTest
  static final ArchRule ONLY_THE_DOCUMENT_KNOWS_YAML =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.Yaml(Document|Json|Places)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_KNOWS_ITS_OPTIONS =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.SnapshotCommand(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");
}
