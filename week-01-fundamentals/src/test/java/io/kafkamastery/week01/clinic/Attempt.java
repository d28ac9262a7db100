package io.kafkamastery.week01.clinic;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Callable;

/** Turns an exception in the middle of a criterion into a sentence about what the criterion wanted. */
final class Attempt {

    private Attempt() {}

    /** What the code returns, or a failure with this sentence; a TODO stays its cause. */
    static <T> T to(String sentence, Callable<T> code) {
        T result;
        try {
            result = code.call();
        } catch (Exception e) {
            return fail(sentence + ", but threw " + e, e);
        }
        return result == null ? fail(sentence + ", but returned null") : result;
    }
}
