package io.kafkamastery.week02.delivery.solution;

import io.kafkamastery.week02.delivery.Guarantee;
import io.kafkamastery.week02.delivery.TraceEvent;
import io.kafkamastery.week02.delivery.TraceEvent.Committed;
import io.kafkamastery.week02.delivery.TraceEvent.TookEffect;
import io.kafkamastery.week02.delivery.TraceEvent.Written;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a trace amounts to: which orders took effect how often, and which the group has not yet passed. */
final class History {

    private final Map<String, Integer> effects = new HashMap<>();
    private final Map<Integer, Long> committed = new HashMap<>();
    private final List<Written> written;

    // region: trace
    History(List<TraceEvent> trace) {
        for (TraceEvent event : trace) {
            if (event instanceof TookEffect effect) {
                effects.merge(effect.orderId(), 1, Integer::sum);
            } else if (event instanceof Committed commit) {
                committed.put(commit.partition(), commit.offset());
            }
        }
        this.written = trace.stream()
                .filter(Written.class::isInstance)
                .map(Written.class::cast)
                .toList();
    }

    Set<Guarantee> guarantees() {
        Set<Guarantee> kept = EnumSet.noneOf(Guarantee.class);
        if (effects.values().stream().noneMatch(times -> times > 1)) {
            kept.add(Guarantee.AT_MOST_ONCE);
        }
        if (lost().isEmpty()) {
            kept.add(Guarantee.AT_LEAST_ONCE);
        }
        if (kept.size() == 2) {
            kept.add(Guarantee.EFFECTIVELY_ONCE);
        }
        return kept;
    }
    // endregion

    private Set<String> lost() {
        Set<String> lost = new HashSet<>();
        written.forEach(place -> lost.add(place.orderId()));
        lost.removeAll(effects.keySet());
        written.stream().filter(this::isYetToCome).forEach(place -> lost.remove(place.orderId()));
        return lost;
    }

    private boolean isYetToCome(Written place) {
        return place.offset() >= committed.getOrDefault(place.partition(), 0L);
    }
}
