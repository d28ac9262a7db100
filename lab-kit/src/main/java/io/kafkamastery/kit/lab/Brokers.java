package io.kafkamastery.kit.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The cluster that a test class asks for; without this annotation it is a single broker. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Brokers {

    /** How many brokers, 1 to 5. More than one get dedicated controllers beside them, as in production. */
    int value() default 1;

    /** How many dedicated controllers; -1 leaves it to the kit: none beside one broker, one beside several. */
    int controllers() default -1;

    /**
     * Whether tests cut brokers off: they then also say {@code @Requires(CUT)}. Such a cluster takes part of its
     * connections another way, so that it is a cluster of one's own.
     */
    boolean cuttable() default false;

    /** Broker settings as {@code name=value}, on top of the kit's. Asking for them means a cluster of one's own. */
    String[] settings() default {};
}
