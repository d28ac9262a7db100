package io.kafkamastery.kit.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks the tests of one lab. Each test method is a {@link Criterion}; its parameters are
 *
 * <ul>
 *   <li>the lab's contract, an interface in the test's own package: the implementation of the chosen variant;
 *   <li>a {@link java.util.function.Supplier} of the contract, for criteria that need it more than once;
 *   <li>a {@link io.kafkamastery.kit.cluster.KafkaCluster}, of the size that {@link Brokers} asks for;
 *   <li>a {@link Topic}, created for this criterion alone, as {@link TopicConfig} says;
 *   <li>{@link FreshNames}, for topics and groups that the code under test creates.
 * </ul>
 *
 * <p>The variant is {@code starter} unless the configuration parameter or system property {@code lab.variant} says
 * {@code solution}, or the simple name of a {@link Mistake} or an {@link Alternative}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({KafkaExtension.class, LabExtension.class})
@TestMethodOrder(CriteriaInOrder.class)
@DisplayNameGeneration(CriterionNames.class)
public @interface Lab {

    /** Week and lab, for example {@code 2.1}. */
    String id();

    /** As it stands on the lab's page. */
    String title();

    /** What learners' code has to be allowed in this lab, beyond what a grader allows in every lab. */
    Permission[] permits() default {};
}
