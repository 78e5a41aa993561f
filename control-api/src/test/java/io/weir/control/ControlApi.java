package io.weir.control;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.weir.control.registry.FakeRegistry;
import io.weir.testing.QuarkusBackends;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test of the whole service, on real PostgreSQL and Kafka and beside a registry that is faked.
 */
@QuarkusTest
@QuarkusTestResource(QuarkusBackends.class)
@QuarkusTestResource(FakeRegistry.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
public @interface ControlApi {}
