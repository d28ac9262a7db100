package io.kafkamastery.week01.crew;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the workers of a crew do with an order. It is called by all of them at the same time, each in its own thread. */
@FunctionalInterface
public interface OrderHandler {

    /**
     * Handles one order; it is handled when this returns.
     *
     * @param worker the name of the worker who has the order
     * @param order the record as it stands in the topic, key and value as UTF-8 text
     */
    void handle(String worker, ConsumerRecord<String, String> order);
}
