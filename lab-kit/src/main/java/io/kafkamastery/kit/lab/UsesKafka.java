package io.kafkamastery.kit.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class that is no lab, such as an observation that backs the theory, the same parameters: a {@link
 * io.kafkamastery.kit.cluster.KafkaCluster}, {@link Topic}s and {@link FreshNames}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KafkaExtension.class)
public @interface UsesKafka {}
