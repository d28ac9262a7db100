package io.kafkamastery.week02.retention.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.retention.Gap;
import io.kafkamastery.week02.retention.GoOn;
import io.kafkamastery.week02.retention.OrderHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Several threads are faster, and what poll returned is all at hand", caughtBy = "2.4.c")
final class HandlesInParallel extends Misguided {

    @Override
    public List<Gap> catchUp(String bootstrapServers, String groupId, String topic, GoOn goOn, OrderHandler handler) {
        List<Gap> gaps = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, groupId, "none")) {
            List<TopicPartition> partitions = partitionsOf(topic, consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            seekToBeginningWhereNothingIsCommitted(consumer, partitions);
            while (isBehind(consumer, ends)) {
                try {
                    List<Future<?>> handled = new ArrayList<>();
                    consumer.poll(Duration.ofMillis(200))
                            .forEach(order -> handled.add(threads.submit(() -> handler.handle(order))));
                    for (Future<?> one : handled) {
                        one.get();
                    }
                } catch (OffsetOutOfRangeException deleted) {
                    var missed = deleted.offsetOutOfRangePartitions();
                    var targets = goOn == GoOn.FROM_THE_OLDEST
                            ? consumer.beginningOffsets(missed.keySet())
                            : consumer.endOffsets(missed.keySet());
                    targets.forEach((partition, target) -> {
                        consumer.seek(partition, target);
                        gaps.add(new Gap(partition.partition(), missed.get(partition), target));
                    });
                }
            }
            consumer.commitSync();
        } catch (InterruptedException | ExecutionException e) {
            throw new KafkaException(e);
        } finally {
            threads.shutdown();
        }
        return gaps;
    }
}
