package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A worker who gets no partition will never get one, so it can go", caughtBy = "1.6.b")
final class SpareGoesHome extends Misguided {

    @Override
    Map<String, Object> settings(String worker) {
        Map<String, Object> settings = super.settings(worker);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        return settings;
    }

    @Override
    void subscribe(Member member) {
        member.consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                member.finishing = partitions.isEmpty();
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
        });
    }

    @Override
    void work(Member member) {
        super.work(member);
        onDuty.remove(member.name);
    }

    @Override
    public void dismiss(String worker) {
        if (onDuty.containsKey(worker)) {
            super.dismiss(worker);
        }
    }
}
