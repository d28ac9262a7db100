package io.kafkamastery.week01.serialization.starter;

import io.kafkamastery.week01.serialization.MachineReading;
import io.kafkamastery.week01.serialization.ReadingSerdes;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Lab 1.5: this class is complete. Yours to write are the four that it names; the contract, {@link ReadingSerdes}, says
 * what they have to do.
 */
public final class MyReadingSerdes implements ReadingSerdes {

    @Override
    public Serde<MachineReading> binary() {
        return Serdes.serdeFrom(new MyReadingSerializer(), new MyReadingDeserializer());
    }

    @Override
    public <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom(new MyJsonSerializer<>(), new MyJsonDeserializer<>(type));
    }

    @Override
    public Class<?> binarySerializer() {
        return MyReadingSerializer.class;
    }

    @Override
    public Class<?> binaryDeserializer() {
        return MyReadingDeserializer.class;
    }

    @Override
    public Class<?> jsonSerializer() {
        return MyJsonSerializer.class;
    }

    @Override
    public Class<?> jsonDeserializer() {
        return MyJsonDeserializer.class;
    }

    /**
     * Sends one reading twice, in binary to the topic {@code readings} and in JSON to {@code readings-json}, on a cluster
     * of your own: {@code localhost:9092}, or the address given as argument.
     */
    public static void main(String[] args) throws ExecutionException, InterruptedException {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        MachineReading reading = new MachineReading(
                "machine-0042",
                "Zürich Bellevue",
                Instant.now(),
                93.41718292236328,
                9.031249046325684,
                36.20000076293945,
                27_350,
                "4.1.0");
        ReadingSerdes serdes = new MyReadingSerdes();
        send(bootstrapServers, "readings", reading, serdes.binary());
        send(bootstrapServers, "readings-json", reading, serdes.json(MachineReading.class));
    }

    private static void send(String bootstrapServers, String topic, MachineReading reading, Serde<MachineReading> serde)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        try (KafkaProducer<String, MachineReading> producer =
                new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            var written = producer.send(new ProducerRecord<>(topic, reading.machineId(), reading))
                    .get();
            System.out.println(written + ": " + written.serializedValueSize() + " bytes");
        }
    }
}
