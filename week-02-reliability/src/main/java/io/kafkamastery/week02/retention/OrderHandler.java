package io.kafkamastery.week02.retention;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where orders go when they are read. */
@FunctionalInterface
public interface OrderHandler {

    /** Does its work for one order, which may take a while. */
    void handle(ConsumerRecord<String, String> order);
}
