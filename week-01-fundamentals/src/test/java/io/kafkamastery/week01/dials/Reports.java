package io.kafkamastery.week01.dials;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.probe.TopicProbe;
import io.kafkamastery.week01.dials.Delivery.Acknowledged;
import io.kafkamastery.week01.dials.Delivery.GivenUp;
import io.kafkamastery.week01.dials.Delivery.Unconfirmed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Compares what deliver() reports with what became of the orders. */
final class Reports {

    private static final Map<Class<? extends Delivery>, String> FATES = Map.of(
            Acknowledged.class, "be acknowledged by a broker",
            Unconfirmed.class, "be sent without asking for a confirmation",
            GivenUp.class, "be given up on, because nobody can take it as things are");

    private Reports() {}

    /** Each delivery has to be of that kind, and name a reason of the producer if it is given up. */
    static void failUnless(Class<? extends Delivery> expected, List<Delivery> deliveries, String profile) {
        for (Delivery delivery : deliveries) {
            String order = Till.shortened(delivery.order());
            if (!expected.isInstance(delivery)) {
                throw new AssertionError("The order \"" + order + "\", sent with the profile " + profile + ", should "
                        + FATES.get(expected) + ", but deliver() reports "
                        + delivery.toString().replace(delivery.order(), order));
            }
            if (delivery instanceof GivenUp givenUp && !hasAmongCauses(givenUp.reason(), KafkaException.class)) {
                throw new AssertionError("deliver() should tell the producer's reason for giving up on \"" + order
                        + "\", itself or among the causes, but tells " + givenUp.reason());
            }
        }
    }

    /** The reason of an order that is too large is its size, and nothing else. */
    static void failUnlessBecauseOfItsSize(GivenUp large) {
        if (!hasAmongCauses(large.reason(), RecordTooLargeException.class)) {
            throw new AssertionError(
                    "deliver() should tell the producer's reason for giving up on each order, itself or"
                            + " among the causes. For an order of "
                            + large.order().length()
                            + " characters that is a RecordTooLargeException, but it tells " + large.reason());
        }
    }

    /** The topic has one partition, so that an offset is a place. */
    static void failUnlessPlacedAsReported(List<Delivery> deliveries, KafkaCluster kafka, Topic topic) {
        Map<Long, ConsumerRecord<String, String>> records = TopicProbe.of(kafka, topic.name()).strings(0).stream()
                .collect(Collectors.toMap(ConsumerRecord::offset, Function.identity()));
        Set<Long> taken = new HashSet<>();
        for (Delivery delivery : deliveries) {
            Acknowledged order = (Acknowledged) delivery;
            ConsumerRecord<String, String> there = records.get(order.offset());
            if (there == null || !order.order().equals(there.value())) {
                throw new AssertionError("deliver() reports " + order + ", but at offset " + order.offset() + " stands "
                        + (there == null ? "nothing" : "\"" + Till.shortened(there.value()) + "\"")
                        + ": where the broker put an order is in the metadata of its answer.");
            }
            if (!taken.add(order.offset())) {
                throw new AssertionError("deliver() reports offset " + order.offset() + " for two orders \""
                        + order.order() + "\". They are equal, but each is a record of its own, with its own answer.");
            }
            if (there.key() != null) {
                throw new AssertionError("deliver() should send each order as a value without key, but \""
                        + order.order() + "\" has the key \"" + there.key() + "\".");
            }
        }
    }

    private static boolean hasAmongCauses(Throwable reason, Class<? extends KafkaException> kafkas) {
        return Stream.iterate(reason, cause -> cause != null, Throwable::getCause)
                .anyMatch(kafkas::isInstance);
    }
}
