package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

@Mistake(
        belief = "Handing the orders to a thread pool makes a worker faster, and changes nothing else",
        caughtBy = "1.6.c")
final class HandsOrdersToAPool extends Misguided {

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @Override
    void handle(Member member, ConsumerRecords<String, String> orders) {
        for (ConsumerRecord<String, String> order : orders) {
            pool.execute(() -> handler.handle(member.name, order));
        }
        member.consumer.commitSync();
    }

    @Override
    public void close() {
        super.close();
        pool.shutdown();
    }
}
