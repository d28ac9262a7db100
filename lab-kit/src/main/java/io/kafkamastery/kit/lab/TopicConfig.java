package io.kafkamastery.kit.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a {@link Topic} parameter is created. Its parameter's name becomes part of the topic's name. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface TopicConfig {

    int partitions() default 1;

    /** How many replicas; -1 means three, or as many as there are brokers. */
    short replication() default -1;

    /**
     * Which brokers hold each partition, the preferred leader first: {@code {"1,2,3", "2,3,1"}}, where 1 is the cluster's
     * first broker, whatever its id. It says how many partitions and replicas there are, too.
     */
    String[] placement() default {};

    /** Topic settings as {@code name=value}. */
    String[] settings() default {};
}
