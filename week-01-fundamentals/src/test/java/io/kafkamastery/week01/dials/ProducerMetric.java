package io.kafkamastery.week01.dials;

import org.apache.kafka.clients.producer.Producer;

/** Reads what a producer counts about itself. */
final class ProducerMetric {

    private ProducerMetric() {}

    static double valueOf(String name, Producer<?, ?> producer) {
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("producer-metrics"))
                .filter(metric -> metric.getKey().name().equals(name))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A producer has no metric " + name));
    }

    /** How many produce requests carried the records that were sent so far. */
    static long produceRequests(Producer<?, ?> producer) {
        double recordsPerRequest = valueOf("records-per-request-avg", producer);
        return Double.isNaN(recordsPerRequest)
                ? 0
                : Math.round(valueOf("record-send-total", producer) / recordsPerRequest);
    }
}
