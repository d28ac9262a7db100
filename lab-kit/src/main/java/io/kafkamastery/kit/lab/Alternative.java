package io.kafkamastery.kit.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A right implementation of a lab's contract in another style than the solution's. It keeps the criteria honest: they must
 * ask for what the contract says and not for how the solution does it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Alternative {

    /** How it differs from the solution, in a few words. */
    String value();
}
