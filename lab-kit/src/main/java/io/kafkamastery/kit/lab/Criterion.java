package io.kafkamastery.kit.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** One success criterion of a lab: a test whose failure tells the learner what was observed and what was expected. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Criterion {

    /** A letter, unique within the lab. */
    String id();

    /** What must hold, word for word as it stands on the lab's page. */
    String value();

    /** After so many seconds the criterion ends as "not met", naming the line where the learner's code was. */
    int seconds() default 60;
}
