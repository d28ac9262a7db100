package io.kafkamastery.week02.delivery;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has come of a branch's orders. */
final class Outcome {

    private final List<String> effects;
    private final PlacedOrders orders;
    private final Function<Collection<String>, String> incidents;

    /**
     * @param effects the ids of orders that took effect, in that sequence, as often as they did
     * @param incidents what has happened with orders in hand, by their ids, as messages put it
     */
    Outcome(List<String> effects, PlacedOrders orders, Function<Collection<String>, String> incidents) {
        this.effects = effects;
        this.orders = orders;
        this.incidents = incidents;
    }

    /** @throws AssertionError if an order took effect more than once */
    void assertNoneTwice() {
        Map<String, Long> times =
                effects.stream().collect(Collectors.groupingBy(id -> id, LinkedHashMap::new, Collectors.counting()));
        List<String> twice =
                times.keySet().stream().filter(id -> times.get(id) > 1).toList();
        if (!twice.isEmpty()) {
            fail("No order should take effect twice, but these did: " + twice + incidents.apply(twice));
        }
    }

    /** @throws AssertionError if an order never took effect */
    void assertNoneLost() {
        List<String> lost = new ArrayList<>(orders.ids());
        lost.removeAll(effects);
        if (!lost.isEmpty()) {
            fail("Every order should take effect, but these never did: " + lost + incidents.apply(lost));
        }
    }

    /** @throws AssertionError if orders of a customer took effect, the first time each, in another sequence than placed */
    void assertInSequence() {
        Map<String, List<String>> effective = effects.stream()
                .distinct()
                .collect(Collectors.groupingBy(id -> orders.customerOf(id), Collectors.toList()));
        List<String> sequence = orders.ids();
        effective.forEach((customer, ids) -> {
            List<String> sorted =
                    ids.stream().sorted(Comparator.comparing(sequence::indexOf)).toList();
            if (!sorted.equals(ids)) {
                fail("The orders of %s should take effect in the sequence %s, but did in %s", customer, sorted, ids);
            }
        });
    }
}
