package io.kafkamastery.week02.delivery;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Has a fate take its course, and notes whether the processor begins an order when it should be over. */
final class Afterwards implements Fate {

    private final Fate fate;
    private final BooleanSupplier isOver;
    private final AtomicReference<String> begun = new AtomicReference<>();

    /** @param isOver whether fate has struck */
    Afterwards(Fate fate, BooleanSupplier isOver) {
        this.fate = fate;
        this.isOver = isOver;
    }

    @Override
    public void before(String orderId) {
        if (isOver.getAsBoolean()) {
            begun.compareAndSet(null, orderId);
        }
        fate.before(orderId);
    }

    @Override
    public void after(String orderId) {
        fate.after(orderId);
    }

    @Override
    public void atTheSameTime() {
        fate.atTheSameTime();
    }

    /** The first order that was begun nevertheless. */
    Optional<String> begun() {
        return Optional.ofNullable(begun.get());
    }
}
