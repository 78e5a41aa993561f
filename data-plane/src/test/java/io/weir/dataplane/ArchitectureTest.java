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
  /** Every package, and which may use it. */
  @ArchTest
  static final ArchRule packagesKnowOnlyWhatTheyMay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.weir.dataplane..")
          .ensureAllClassesAreContainedInArchitecture()
          .layer("process")
          .definedBy("io.weir.dataplane")
          .layer("admin")
          .definedBy("io.weir.dataplane.admin")
          .layer("replica")
          .definedBy("io.weir.dataplane.replica")
          .layer("server")
          .definedBy("io.weir.dataplane.server")
          .layer("exchange")
          .definedBy("io.weir.dataplane.exchange")
          .layer("rewrite")
          .definedBy("io.weir.dataplane.rewrite")
          .layer("nodes")
          .definedBy("io.weir.dataplane.nodes")
          .layer("telemetry")
          .definedBy("io.weir.dataplane.telemetry")
          .layer("options")
          .definedBy("io.weir.dataplane.options")
          .layer("health")
          .definedBy("io.weir.dataplane.health")
          .layer("http1")
          .definedBy("io.weir.dataplane.http1")
          .layer("http2")
          .definedBy("io.weir.dataplane.http2")
          .layer("http")
          .definedBy("io.weir.dataplane.http")
          .layer("accesslog")
          .definedBy("io.weir.dataplane.accesslog")
          .layer("trace")
          .definedBy("io.weir.dataplane.trace")
          .layer("metrics")
          .definedBy("io.weir.dataplane.metrics")
          .layer("tls")
          .definedBy("io.weir.dataplane.tls")
          .layer("route")
          .definedBy("io.weir.dataplane.route")
          .layer("balance")
          .definedBy("io.weir.dataplane.balance")
          .layer("witness")
          .definedBy("io.weir.dataplane.witness")
          .whereLayer("witness")
          .mayOnlyBeAccessedByLayers("replica", "admin")
          .whereLayer("process")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("admin")
          .mayOnlyBeAccessedByLayers("process")
          .whereLayer("replica")
          .mayOnlyBeAccessedByLayers("process", "admin")
          .whereLayer("server")
          .mayOnlyBeAccessedByLayers("process", "admin")
          .whereLayer("exchange")
          .mayOnlyBeAccessedByLayers("server", "telemetry")
          .whereLayer("rewrite")
          .mayOnlyBeAccessedByLayers("exchange")
          .whereLayer("nodes")
          .mayOnlyBeAccessedByLayers("process", "server", "health")
          .whereLayer("telemetry")
          .mayOnlyBeAccessedByLayers("process", "admin", "server")
          .whereLayer("options")
          .mayOnlyBeAccessedByLayers("process", "server", "exchange", "nodes")
          .whereLayer("health")
          .mayOnlyBeAccessedByLayers("process", "admin")
          .whereLayer("http1")
          .mayOnlyBeAccessedByLayers("server", "nodes")
          .whereLayer("http2")
          .mayOnlyBeAccessedByLayers("server", "nodes")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers(
              "process",
              "admin",
              "server",
              "exchange",
              "rewrite",
              "nodes",
              "telemetry",
              "options",
              "http1",
              "http2",
              "tls",
              "trace",
              "health")
          .whereLayer("accesslog")
          .mayOnlyBeAccessedByLayers("process", "admin", "telemetry")
          .whereLayer("trace")
          .mayOnlyBeAccessedByLayers("process", "exchange", "rewrite", "telemetry")
          .whereLayer("metrics")
          .mayOnlyBeAccessedByLayers("admin", "telemetry")
          .whereLayer("tls")
          .mayOnlyBeAccessedByLayers("process", "admin", "replica", "server", "nodes")
          .whereLayer("route")
          .mayOnlyBeAccessedByLayers(
              "process", "admin", "replica", "server", "exchange", "telemetry", "health", "tls")
          .whereLayer("balance")
          .mayOnlyBeAccessedByLayers(
              "process",
              "admin",
              "replica",
              "server",
              "exchange",
              "telemetry",
              "nodes",
              "health",
              "tls",
              "route");

  @ArchTest
  static final ArchRule onlyTracesKnowOpenTelemetry =
      noClasses()
          .that()
          .resideOutsideOfPackages("..dataplane.trace..", "io.weir.dataplane")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule onlyTheAdminPortKnowsMicrometer =
      noClasses()
          .that()
          .resideOutsideOfPackage("..dataplane.admin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..", "io.prometheus..");

  @ArchTest
  static final ArchRule onlyTheReplicaAndTheWitnessKnowKafka =
      noClasses()
          .that()
          .resideOutsideOfPackages("..dataplane.replica..", "..dataplane.witness..")
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
