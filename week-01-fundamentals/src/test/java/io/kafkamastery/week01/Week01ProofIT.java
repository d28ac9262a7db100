package io.kafkamastery.week01;

import io.kafkamastery.kit.proof.CourseProof;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Proves the graders of week 1. */
class Week01ProofIT {

    @TestFactory
    Stream<DynamicNode> proof() {
        return CourseProof.of(Week01ProofIT.class).nodes();
    }
}
