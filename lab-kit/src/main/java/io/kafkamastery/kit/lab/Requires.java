package io.kafkamastery.kit.lab;

import io.kafkamastery.kit.cluster.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test does to its cluster. Where the cluster does not allow it, a criterion's verdict is "cannot check here",
 * which never counts as met.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Capability[] value();
}
