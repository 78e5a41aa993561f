package io.weir.control;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {"io.weir.control", "io.weir.ledger"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class FeaturesTest {
  /**
   * What APIs, domains and releases are made of they know: services and upstreams; else none knows
   * another.
   */
  @ArchTest
  static final ArchRule featuresKnowWhatTheyAreMadeOfOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("service")
          .definedBy("io.weir.control.service..")
          .layer("upstream")
          .definedBy("io.weir.control.upstream..")
          .layer("api")
          .definedBy("io.weir.control.api..")
          .layer("domain")
          .definedBy("io.weir.control.domain..")
          .layer("release")
          .definedBy("io.weir.control.release..")
          .layer("audit")
          .definedBy("io.weir.control.audit..")
          .layer("registry")
          .definedBy("io.weir.control.registry..")
          .layer("key")
          .definedBy("io.weir.control.key..")
          .layer("session")
          .definedBy("io.weir.control.session..")
          .layer("snapshot")
          .definedBy("io.weir.control.snapshot..")
          .layer("proof")
          .definedBy("io.weir.control.proof..")
          .layer("recovery")
          .definedBy("io.weir.control.recovery..")
          .layer("replay")
          .definedBy("io.weir.control.replay..")
          .layer("search")
          .definedBy("io.weir.control.search..")
          .layer("overview")
          .definedBy("io.weir.control.overview..")
          .layer("console")
          .definedBy("io.weir.control.console..")
          .whereLayer("console")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("upstream", "api", "domain", "release")
          .whereLayer("upstream")
          .mayOnlyBeAccessedByLayers("api", "release")
          .whereLayer("api")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("domain")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("release")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("audit")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("registry")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("key")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("session")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("snapshot")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("proof")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("recovery")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("replay")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("search")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("overview")
          .mayNotBeAccessedByAnyLayer();

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
