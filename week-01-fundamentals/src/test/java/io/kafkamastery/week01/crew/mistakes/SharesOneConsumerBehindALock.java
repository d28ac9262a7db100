package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "Behind a lock, one consumer serves many threads just as well", caughtBy = "1.6.a")
final class SharesOneConsumerBehindALock extends Misguided {

    private KafkaConsumer<String, String> shared;

    @Override
    public void hire(String worker) {
        if (shared == null) {
            shared = consumer(settings(worker));
        }
        Member member = new Member(worker, shared);
        onDuty.put(worker, member);
        member.thread = new Thread(() -> work(member), "worker-" + worker);
        member.thread.start();
    }

    @Override
    void work(Member member) {
        synchronized (shared) {
            subscribe(member);
        }
        while (!member.finishing) {
            synchronized (shared) {
                ConsumerRecords<String, String> orders = shared.poll(POLL);
                member.lookAtPartitions();
                handle(member, orders);
            }
        }
    }

    @Override
    public void close() {
        super.close();
        if (shared != null) {
            shared.close();
        }
    }
}
