package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.WrongAddress;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

@Mistake(belief = "Whoever takes a connection answers, and soon", caughtBy = "1.8.e")
final class WaitsForAnAnswer extends Misguided {

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        String bootstrapServer = settings.get("bootstrap.servers").toString();
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrapServer), bytes, bytes)) {
            Node leader = consumer.partitionsFor(topic).get(0).leader();
            return new WrongAddress(leader.host() + ":" + leader.port(), bootstrapServer);
        }
    }
}
