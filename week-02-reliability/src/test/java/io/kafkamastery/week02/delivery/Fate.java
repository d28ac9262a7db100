package io.kafkamastery.week02.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What a test has in store for the processor around an order's effect; does nothing unless overridden. */
interface Fate {

    /** The order is about to take effect. */
    default void before(String orderId) {}

    /** The order has taken effect; whoever did that does not know yet. */
    default void after(String orderId) {}

    /** The processor has begun an order, or a transaction, while another one is in hand. */
    default void atTheSameTime() {}

    /** Where, around its effect, fate strikes. */
    enum Moment {
        BEFORE("before it took effect"),
        AFTER("right after it took effect");

        private final String words;

        Moment(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    Fate NONE = new Fate() {};

    /** Does something when this order comes to that moment, each time. */
    static Fate at(Moment moment, String orderId, Runnable deed) {
        return when(moment, orderId::equals, deed);
    }

    /** Does something when the n-th effect, counted from 1, comes to that moment, and each one after it. */
    static Fate atNth(Moment moment, int n, Runnable deed) {
        AtomicInteger effects = new AtomicInteger();
        return when(moment, id -> effects.incrementAndGet() >= n, deed);
    }

    private static Fate when(Moment moment, Predicate<String> ids, Runnable deed) {
        return new Fate() {
            @Override
            public void before(String id) {
                strikeAt(Moment.BEFORE, id);
            }

            @Override
            public void after(String id) {
                strikeAt(Moment.AFTER, id);
            }

            private void strikeAt(Moment now, String id) {
                if (now == moment && ids.test(id)) {
                    deed.run();
                }
            }
        };
    }
}
