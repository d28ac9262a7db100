package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.consumer.KafkaConsumer;

@Mistake(belief = "A consumer can be shared by threads, as a producer can", caughtBy = "1.6.a")
final class SharesOneConsumer extends Misguided {

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
}
