package io.weir.dataplane;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.weir.dataplane",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesKnowOnlyWhatTheyMay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.weir.dataplane..")
          .layer("process")
          .definedBy("io.weir.dataplane")
          .layer("admin")
          .definedBy("..dataplane.admin..")
          .layer("replica")
          .definedBy("..dataplane.replica..")
          .layer("snapshot")
          .definedBy("..dataplane.snapshot..")
          .layer("forward")
          .definedBy("..dataplane.forward..")
          .layer("health")
          .definedBy("..dataplane.health..")
          .layer("accesslog")
          .definedBy("..dataplane.accesslog..")
          .layer("trace")
          .definedBy("..dataplane.trace..")
          .layer("metrics")
          .definedBy("..dataplane.metrics..")
          .layer("tls")
          .definedBy("..dataplane.tls..")
          .layer("route")
          .definedBy("..dataplane.route..")
          .layer("balance")
          .definedBy("..dataplane.balance..")
          .whereLayer("process")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("admin")
          .mayOnlyBeAccessedByLayers("process")
          .whereLayer("replica")
          .mayOnlyBeAccessedByLayers("process", "admin")
          .whereLayer("snapshot")
          .mayOnlyBeAccessedByLayers("process")
          .whereLayer("forward")
          .mayOnlyBeAccessedByLayers("process", "admin")
          .whereLayer("health")
          .mayOnlyBeAccessedByLayers("process", "admin")
          .whereLayer("accesslog")
          .mayOnlyBeAccessedByLayers("process", "admin", "forward")
          .whereLayer("trace")
          .mayOnlyBeAccessedByLayers("process", "forward")
          .whereLayer("metrics")
          .mayOnlyBeAccessedByLayers("admin", "forward")
          .whereLayer("tls")
          .mayOnlyBeAccessedByLayers("process", "admin", "forward")
          .whereLayer("route")
          .mayOnlyBeAccessedByLayers("process", "admin", "replica", "forward", "health", "tls")
          .whereLayer("balance")
          .mayOnlyBeAccessedByLayers(
              "process", "admin", "replica", "forward", "health", "tls", "route");

  @ArchTest
  static final ArchRule onlyTracesKnowOpenTelemetry =
      noClasses()
          .that()
          .resideOutsideOfPackages("..dataplane.trace..", "io.weir.dataplane")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule onlyTheReplicaKnowsKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dataplane.replica..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule routingAndBalancingKnowNeitherVertxNorNetty =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..dataplane.route..", "..dataplane.balance..", "..dataplane.replica..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "io.netty..");
}
