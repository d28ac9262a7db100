package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

@Mistake(belief = "What arrives from my producer will arrive from the desk's, too", caughtBy = "1.8.c")
final class TriesWithAProducerOfItsOwn extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        int enough = Math.max(limits.topicBytes(), 2_000_000);
        set(settings, ConfigResource.Type.TOPIC, topic, "max.message.bytes", enough);
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(with(settings, "max.request.size", enough), bytes, bytes)) {
            producer.send(new ProducerRecord<>(topic, new byte[largestOrderBytes]));
        }
        return limits;
    }
}
