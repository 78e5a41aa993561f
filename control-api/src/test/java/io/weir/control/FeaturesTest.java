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
          .layer("traffic")
          .definedBy("io.weir.control.traffic..")
          .layer("warm")
          .definedBy("io.weir.control.warm..")
          .layer("console")
          .definedBy("io.weir.control.console..")
          .whereLayer("warm")
          .mayNotBeAccessedByAnyLayer()
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
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("traffic")
          .mayNotBeAccessedByAnyLayer();

  /** What is counted, what is kept and what is tried: only tries look at what was kept. */
  @ArchTest
  static final ArchRule trafficIsReadAndAnsweredInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("told")
          .definedBy("io.weir.control.traffic")
          .layer("minute")
          .definedBy("io.weir.control.traffic.minute")
          .layer("request")
          .definedBy("io.weir.control.traffic.request")
          .layer("intake")
          .definedBy("io.weir.control.traffic.intake")
          .layer("tries")
          .definedBy("io.weir.control.traffic.tries")
          .whereLayer("told")
          .mayOnlyBeAccessedByLayers("minute", "request", "intake", "tries")
          .whereLayer("minute")
          .mayOnlyBeAccessedByLayers("intake")
          .whereLayer("request")
          .mayOnlyBeAccessedByLayers("intake", "tries")
          .whereLayer("intake")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("tries")
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
