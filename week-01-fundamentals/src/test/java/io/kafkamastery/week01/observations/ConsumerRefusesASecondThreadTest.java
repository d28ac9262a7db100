package io.kafkamastery.week01.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.lab.Topic;
import io.kafkamastery.kit.lab.UsesKafka;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

/** A consumer belongs to one thread: another one is refused, and may only call wakeup(). */
@UsesKafka
class ConsumerRefusesASecondThreadTest {

    @Test
    void onlyWakeupMayComeFromAnotherThread(KafkaCluster kafka, Topic empty) throws Exception {
        Clients clients = new Clients(kafka);
        ExecutorService owner = Executors.newSingleThreadExecutor();
        try (KafkaConsumer<String, String> consumer = clients.consumer(Map.of())) {
            consumer.assign(empty.allPartitions());
            Future<?> poll = owner.submit(() -> consumer.poll(Duration.ofSeconds(30)));

            // Any call will do, it is refused from the moment when the owner is inside poll().
            await("the owner is inside poll()")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> catchThrowable(consumer::assignment) instanceof ConcurrentModificationException);
            assertThat(poll).as("the owner's poll()").isNotDone();

            consumer.wakeup();
            assertThat(poll)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(WakeupException.class);
        } finally {
            owner.shutdownNow();
            assertThat(owner.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
