package io.weir.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.weir.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_BEANS_KNOW_QUARKUS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.weir.ledger.quarkus")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "io.smallrye.config..",
              "io.weir.ledger.quarkus");

  @ArchTest
  static final ArchRule THE_APPENDER_KNOWS_NEITHER_RELAY_NOR_PROOFS =
      noClasses()
          .that()
          .resideInAPackage("io.weir.ledger")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.weir.ledger.relay",
              "io.weir.ledger.proof",
              "io.weir.ledger.recovery",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule WHO_READS_ALONE_TRUSTS_THE_TABLES_NOT_THE_APPENDER =
      noClasses()
          .that()
          .resideInAnyPackage("io.weir.ledger.relay", "io.weir.ledger.recovery")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.weir.ledger")
                  .and(not(type(StoredEvents.class)))
                  .and(not(type(KnownEnd.class)))
                  .and(not(type(RecoveredEvents.class)))
                  .and(not(type(CommandContext.class))));
}
