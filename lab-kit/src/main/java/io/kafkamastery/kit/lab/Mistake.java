package io.kafkamastery.kit.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An implementation of a lab's contract that is wrong on purpose, in one way that real programs are wrong. The proof sees
 * to it that each named criterion catches it, with an assertion that says so.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Mistake {

    /** What whoever wrote it took for true, as a sentence. */
    String belief();

    /** The criteria that must each catch it, for example {@code 1.3.b}. */
    String[] caughtBy();
}
