package io.kafkamastery.week01.clinic.patients;

import io.kafkamastery.kestrel.Order;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes orders for parties, and sends them on. It trusts that what was sent has arrived. */
public final class CateringDesk implements AutoCloseable {

    private final KafkaProducer<String, Order> producer;
    private final String topic;

    public CateringDesk(Map<String, Object> settings, String topic) {
        this.producer = new KafkaProducer<>(settings);
        this.topic = topic;
    }

    /** Sends an order. Whatever becomes of it, nobody looks. */
    public void send(Order order) {
        producer.send(new ProducerRecord<>(topic, order.customerId(), order));
    }

    /** Waits until every order has been sent, or given up. */
    @Override
    public void close() {
        producer.close();
    }
}
