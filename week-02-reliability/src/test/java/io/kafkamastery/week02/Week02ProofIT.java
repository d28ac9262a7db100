package io.kafkamastery.week02;

import io.kafkamastery.kit.proof.CourseProof;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Proves the graders of week 2. */
class Week02ProofIT {

    @TestFactory
    Stream<DynamicNode> proof() {
        return CourseProof.of(Week02ProofIT.class).nodes();
    }
}
