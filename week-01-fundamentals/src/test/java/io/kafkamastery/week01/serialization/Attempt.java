package io.kafkamastery.week01.serialization;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Turns an exception in the middle of a criterion into a sentence about what the criterion wanted. */
final class Attempt {

    private Attempt() {}

    /** What the code returns, or a failure with this sentence; a TODO stays its cause. */
    static <T> T to(String sentence, Callable<T> code) {
        try {
            return code.call();
        } catch (Exception e) {
            Throwable root = Stream.iterate(e, Throwable::getCause)
                    .takeWhile(cause -> cause != null)
                    .reduce((one, deeper) -> deeper)
                    .orElse(e);
            return fail(sentence + ", but ended with " + e + (root == e ? "" : ", caused by " + root), e);
        }
    }
}
