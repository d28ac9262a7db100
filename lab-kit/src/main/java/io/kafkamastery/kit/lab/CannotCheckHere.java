package io.kafkamastery.kit.lab;

import org.opentest4j.TestAbortedException;

/** Ends a criterion that this cluster does not allow to be checked; the message is the reason. */
public final class CannotCheckHere extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    public CannotCheckHere(String reason) {
        super(reason);
    }
}
