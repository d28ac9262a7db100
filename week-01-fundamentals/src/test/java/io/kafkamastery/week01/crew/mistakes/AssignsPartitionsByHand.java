package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "With a group id, consumers that assign() themselves partitions are a group", caughtBy = "1.6.a")
final class AssignsPartitionsByHand extends Misguided {

    private List<TopicPartition> partitions;

    @Override
    public void hire(String worker) {
        try (Admin admin = connect(bootstrapServers)) {
            partitions = partitions(admin, topic);
        }
        super.hire(worker);
    }

    @Override
    void work(Member member) {
        try (member.consumer) {
            while (!member.finishing) {
                member.consumer.assign(share(member));
                ConsumerRecords<String, String> orders = member.consumer.poll(POLL);
                member.lookAtPartitions();
                handle(member, orders);
            }
        }
    }

    private List<TopicPartition> share(Member member) {
        List<String> names = List.copyOf(new TreeSet<>(onDuty.keySet()));
        return partitions.stream()
                .filter(partition -> partition.partition() % names.size() == names.indexOf(member.name))
                .toList();
    }
}
