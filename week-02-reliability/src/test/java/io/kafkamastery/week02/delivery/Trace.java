package io.kafkamastery.week02.delivery;

import static io.kafkamastery.week02.delivery.Guarantee.AT_LEAST_ONCE;
import static io.kafkamastery.week02.delivery.Guarantee.AT_MOST_ONCE;
import static io.kafkamastery.week02.delivery.Guarantee.EFFECTIVELY_ONCE;

import io.kafkamastery.week02.delivery.TraceEvent.Committed;
import io.kafkamastery.week02.delivery.TraceEvent.Crashed;
import io.kafkamastery.week02.delivery.TraceEvent.Delivered;
import io.kafkamastery.week02.delivery.TraceEvent.TookEffect;
import io.kafkamastery.week02.delivery.TraceEvent.Written;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A history, and which guarantees it has kept.
 *
 * @param story what happened, in a sentence without its full stop
 */
record Trace(String story, Set<Guarantee> kept, List<TraceEvent> events) {

    private static final Set<Guarantee> EVERY = Set.of(AT_MOST_ONCE, AT_LEAST_ONCE, EFFECTIVELY_ONCE);

    static final List<Trace> ALL = List.of(
            trace("Nothing has happened", EVERY),
            trace(
                    "Two orders took effect and were committed",
                    EVERY,
                    written("latte", 0, 0),
                    written("mocha", 1, 0),
                    delivered("latte"),
                    effect("latte"),
                    committed(0, 1),
                    delivered("mocha"),
                    effect("mocha"),
                    committed(1, 1)),
            trace(
                    "The offset was committed first, and the processor crashed before the order took effect",
                    Set.of(AT_MOST_ONCE),
                    written("latte", 0, 0),
                    committed(0, 1),
                    delivered("latte"),
                    crashed()),
            trace(
                    "The processor crashed after the effect and before the commit, and the order took effect again",
                    Set.of(AT_LEAST_ONCE),
                    written("latte", 0, 0),
                    delivered("latte"),
                    effect("latte"),
                    crashed(),
                    delivered("latte"),
                    effect("latte"),
                    committed(0, 1)),
            trace(
                    "The order was delivered twice, but took effect once: the ledger remembered it",
                    EVERY,
                    written("latte", 0, 0),
                    delivered("latte"),
                    effect("latte"),
                    crashed(),
                    delivered("latte"),
                    committed(0, 1)),
            trace(
                    "The till sent the order twice, to two partitions, and it took effect once",
                    EVERY,
                    written("latte", 0, 0),
                    written("latte", 1, 0),
                    delivered("latte"),
                    effect("latte"),
                    committed(0, 1),
                    delivered("latte"),
                    committed(1, 1)),
            trace(
                    "The till sent the order twice, and it took effect twice",
                    Set.of(AT_LEAST_ONCE),
                    written("latte", 0, 0),
                    written("latte", 1, 0),
                    delivered("latte"),
                    effect("latte"),
                    committed(0, 1),
                    delivered("latte"),
                    effect("latte"),
                    committed(1, 1)),
            trace(
                    "An order has been delivered and has not taken effect, but it is not committed either and will come again",
                    EVERY,
                    written("latte", 0, 0),
                    written("mocha", 0, 1),
                    delivered("latte"),
                    effect("latte"),
                    committed(0, 1),
                    delivered("mocha"),
                    crashed()),
            trace(
                    "An order is only waiting for its turn",
                    EVERY,
                    written("latte", 0, 0),
                    written("mocha", 0, 1),
                    written("tea", 1, 0),
                    delivered("latte"),
                    effect("latte"),
                    committed(0, 1)),
            trace(
                    "The group has committed the other partition further, which is no concern of this order's",
                    EVERY,
                    written("latte", 0, 0),
                    written("mocha", 0, 1),
                    written("tea", 1, 0),
                    effect("latte"),
                    effect("mocha"),
                    committed(0, 2)),
            trace(
                    "The order was sent twice and passed over once, but its second place is still to come",
                    EVERY,
                    written("latte", 0, 0),
                    written("latte", 1, 7),
                    committed(0, 1),
                    crashed(),
                    committed(1, 7)),
            trace(
                    "The order was sent twice and its second place passed over, but the first one is still to come",
                    EVERY,
                    written("latte", 0, 5),
                    written("latte", 1, 0),
                    committed(0, 5),
                    committed(1, 1)),
            trace(
                    "Two orders were committed and one took effect; nothing has crashed, but the other never comes again",
                    Set.of(AT_MOST_ONCE),
                    written("latte", 0, 0),
                    written("mocha", 0, 1),
                    committed(0, 2),
                    delivered("latte"),
                    effect("latte")),
            trace(
                    "The group was set back, so that the order that it had passed over comes again",
                    EVERY,
                    written("latte", 0, 0),
                    written("mocha", 0, 1),
                    committed(0, 2),
                    crashed(),
                    committed(0, 0)),
            trace(
                    "One order is lost, and another one took effect twice",
                    Set.of(),
                    written("latte", 0, 0),
                    written("mocha", 0, 1),
                    delivered("latte"),
                    effect("latte"),
                    crashed(),
                    delivered("latte"),
                    effect("latte"),
                    committed(0, 2),
                    crashed()));

    /** The events, one a line, as a message shows them. */
    String lines() {
        return events.stream().map(event -> "  " + event).collect(Collectors.joining("\n"));
    }

    private static Trace trace(String story, Set<Guarantee> kept, TraceEvent... events) {
        return new Trace(story, kept, List.of(events));
    }

    private static TraceEvent written(String orderId, int partition, long offset) {
        return new Written(orderId, partition, offset);
    }

    private static TraceEvent delivered(String orderId) {
        return new Delivered(orderId);
    }

    private static TraceEvent effect(String orderId) {
        return new TookEffect(orderId);
    }

    private static TraceEvent committed(int partition, long offset) {
        return new Committed(partition, offset);
    }

    private static TraceEvent crashed() {
        return new Crashed();
    }
}
