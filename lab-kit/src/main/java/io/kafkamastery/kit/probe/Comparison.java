package io.kafkamastery.kit.probe;

import io.kafkamastery.kit.probe.Finding.Divergent;
import io.kafkamastery.kit.probe.Finding.Duplicated;
import io.kafkamastery.kit.probe.Finding.Lost;
import io.kafkamastery.kit.probe.Finding.NeverSent;
import io.kafkamastery.kit.probe.Finding.RefusedYetReadable;
import io.kafkamastery.kit.probe.Finding.Reordered;
import io.kafkamastery.kit.probe.Finding.Scattered;
import io.kafkamastery.kit.probe.Finding.UnknownSend;
import io.kafkamastery.kit.probe.Outcome.Acknowledged;
import io.kafkamastery.kit.probe.Outcome.Refused;
import io.kafkamastery.kit.probe.Outcome.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** The work behind {@link DeliveryAudit}: plain logic on two lists, each question answered by one method. */
final class Comparison {

    /** In the order in which they were sent. */
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    private final Map<String, Integer> sendOrder = new HashMap<>();
    private final Reading now;

    /** Where each id stands, in the order of partitions and offsets. */
    private final Map<String, List<Position>> places = new LinkedHashMap<>();

    Comparison(Collection<Attempt> attempts, Reading now) {
        this.now = now;
        for (Attempt attempt : attempts) {
            if (this.attempts.put(attempt.id(), attempt) != null) {
                throw new IllegalArgumentException(
                        "There are two attempts " + attempt.id() + ": each needs an id of its own");
            }
            sendOrder.put(attempt.id(), sendOrder.size());
        }
        now.ids()
                .forEach((position, id) ->
                        places.computeIfAbsent(id, first -> new ArrayList<>()).add(position));
    }

    DeliveryAudit audit(List<Reading> others) {
        return new DeliveryAudit(
                attempts.size(),
                (int) with(Acknowledged.class).count(),
                lost(),
                duplicated(),
                reordered(),
                scattered(),
                divergent(others),
                refusedYetReadable(),
                neverSent(),
                unknown());
    }

    private List<Lost> lost() {
        return with(Acknowledged.class)
                .filter(attempt -> !places.containsKey(attempt.id()))
                .map(attempt -> new Lost(attempt.id(), acknowledgedAt(attempt)))
                .toList();
    }

    private List<Duplicated> duplicated() {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Duplicated(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Walks each partition and remembers, by key, the record sent last so far: whatever follows was to be sent later. */
    private List<Reordered> reordered() {
        List<Reordered> reordered = new ArrayList<>();
        Map<TopicPartition, Map<String, String>> sentLast = new HashMap<>();
        now.ids().forEach((position, id) -> {
            Optional<String> key = keyOf(id);
            if (key.isEmpty() || !isFirst(position, id)) {
                return;
            }
            Map<String, String> sentLastHere =
                    sentLast.computeIfAbsent(position.partition(), partition -> new HashMap<>());
            String before = sentLastHere.get(key.get());
            if (before != null && sendOrder.get(before) > sendOrder.get(id)) {
                reordered.add(new Reordered(key.get(), id, before, position.partition()));
            } else {
                sentLastHere.put(key.get(), id);
            }
        });
        return reordered;
    }

    /** A repetition comes after its successors by nature; that is what duplicated means, not reordered. */
    private boolean isFirst(Position position, String id) {
        return places.get(id).stream()
                .filter(place -> place.partition().equals(position.partition()))
                .findFirst()
                .equals(Optional.of(position));
    }

    private List<Scattered> scattered() {
        Map<String, List<TopicPartition>> partitions = new TreeMap<>();
        now.ids()
                .forEach((position, id) -> keyOf(id).ifPresent(key -> {
                    List<TopicPartition> ofKey = partitions.computeIfAbsent(key, first -> new ArrayList<>());
                    if (!ofKey.contains(position.partition())) {
                        ofKey.add(position.partition());
                    }
                }));
        return partitions.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Scattered(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Divergent> divergent(List<Reading> others) {
        return Stream.concat(
                        with(Acknowledged.class).map(this::divergence).flatMap(Optional::stream),
                        others.stream().flatMap(this::contradictions))
                .toList();
    }

    private Optional<Divergent> divergence(Attempt attempt) {
        Position promised = acknowledgedAt(attempt);
        String there = now.ids().get(promised);
        if (attempt.id().equals(there)) {
            return Optional.empty();
        }
        if (there != null) {
            return Optional.of(new Divergent.Replaced(attempt.id(), promised, there));
        }
        return Optional.ofNullable(places.get(attempt.id()))
                .map(found -> new Divergent.Moved(attempt.id(), promised, found.get(0)));
    }

    private Stream<Divergent> contradictions(Reading other) {
        return other.ids().entrySet().stream()
                .filter(entry -> now.ids().containsKey(entry.getKey()))
                .filter(entry -> !now.ids().get(entry.getKey()).equals(entry.getValue()))
                .map(entry -> new Divergent.Contradicted(
                        entry.getKey(), now.ids().get(entry.getKey()), now.name(), entry.getValue(), other.name()));
    }

    private List<RefusedYetReadable> refusedYetReadable() {
        return with(Refused.class)
                .filter(attempt -> places.containsKey(attempt.id()))
                .map(attempt -> new RefusedYetReadable(
                        attempt.id(),
                        ((Refused) attempt.outcome()).reason(),
                        places.get(attempt.id()).get(0)))
                .toList();
    }

    private List<NeverSent> neverSent() {
        return places.entrySet().stream()
                .filter(entry -> !attempts.containsKey(entry.getKey()))
                .map(entry -> new NeverSent(entry.getKey(), entry.getValue().get(0)))
                .toList();
    }

    private List<UnknownSend> unknown() {
        return with(Unknown.class)
                .map(attempt -> new UnknownSend(
                        attempt.id(), ((Unknown) attempt.outcome()).reason(), places.containsKey(attempt.id())))
                .toList();
    }

    private Stream<Attempt> with(Class<? extends Outcome> outcome) {
        return attempts.values().stream().filter(attempt -> outcome.isInstance(attempt.outcome()));
    }

    private Optional<String> keyOf(String id) {
        return Optional.ofNullable(attempts.get(id)).flatMap(Attempt::key);
    }

    private static Position acknowledgedAt(Attempt attempt) {
        return ((Acknowledged) attempt.outcome()).position();
    }
}
