package io.kafkamastery.week02.delivery;

/** What a test has in store for the processor around an order's effect; does nothing unless overridden. */
interface Fate {

    /** The order is about to take effect. */
    default void before(String orderId) {}

    /** The order has taken effect; whoever did that does not know yet. */
    default void after(String orderId) {}

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
        return new Fate() {
            @Override
            public void before(String id) {
                strikeIf(moment == Moment.BEFORE && id.equals(orderId));
            }

            @Override
            public void after(String id) {
                strikeIf(moment == Moment.AFTER && id.equals(orderId));
            }

            private void strikeIf(boolean now) {
                if (now) {
                    deed.run();
                }
            }
        };
    }
}
