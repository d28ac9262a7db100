package io.kafkamastery.kit.lab;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/** Ends a criterion whose code has not been written yet; the message is the TODO that was reached. */
public final class StillToDo extends TestAbortedException {

    private static final long serialVersionUID = 1L;
    private static final String MARK = "TODO";

    StillToDo(String todo) {
        super(todo);
    }

    /** The TODO at the root of a failure: a starter's stub anywhere among its causes and suppressed exceptions. */
    static Optional<StillToDo> in(Throwable failure) {
        return in(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Optional<StillToDo> in(Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return Optional.empty();
        }
        if (failure instanceof UnsupportedOperationException
                && failure.getMessage() != null
                && failure.getMessage().startsWith(MARK)) {
            return Optional.of(new StillToDo(failure.getMessage()));
        }
        Optional<StillToDo> cause = in(failure.getCause(), seen);
        for (int i = 0; cause.isEmpty() && i < failure.getSuppressed().length; i++) {
            cause = in(failure.getSuppressed()[i], seen);
        }
        return cause;
    }
}
