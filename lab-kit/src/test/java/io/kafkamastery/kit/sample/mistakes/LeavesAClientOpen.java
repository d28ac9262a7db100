package io.kafkamastery.kit.sample.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.kit.sample.Greeter;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

@Mistake(belief = "The garbage collector closes it", caughtBy = "9.1.a")
final class LeavesAClientOpen implements Greeter {

    @Override
    public String greet(String name) {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:1", "client.id", "forgotten");
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        return "Hello " + name;
    }
}
