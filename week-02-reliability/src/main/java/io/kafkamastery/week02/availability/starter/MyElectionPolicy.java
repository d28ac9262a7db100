package io.kafkamastery.week02.availability.starter;

import io.kafkamastery.week02.availability.ElectionPolicy;
import io.kafkamastery.week02.availability.Offline;
import io.kafkamastery.week02.availability.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Lab 2.3: yours to write. The contract, {@link ElectionPolicy}, says what each method has to do. */
public final class MyElectionPolicy implements ElectionPolicy {

    @Override
    public Set<Offline> offline(String bootstrapServers, Set<String> topics) {
        throw new UnsupportedOperationException(
                "TODO 2.3.a: find the partitions without a leader, who could lead without loss, and who is alive");
    }

    @Override
    public Set<TopicPartition> bringBack(String bootstrapServers, String topic, Duration limit) {
        throw new UnsupportedOperationException(
                "TODO 2.3.b: ask for an unclean election of this topic's offline partitions, and (2.3.d) of no others");
    }

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        throw new UnsupportedOperationException(
                "TODO 2.3.c: read the topic from beginning to end, and see which receipts have no order there");
    }

    /**
     * Plays your policy against a cluster of your own, {@code localhost:9092} or the address given as argument: tells what is
     * offline of the topics {@code orders} and {@code stamps}, and brings the stamps back.
     */
    public static void main(String[] args) {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        ElectionPolicy policy = new MyElectionPolicy();

        policy.offline(bootstrapServers, Set.of("orders", "stamps")).forEach(System.out::println);
        System.out.println("brought back: " + policy.bringBack(bootstrapServers, "stamps", Duration.ofSeconds(10)));
        System.out.println("still offline: " + policy.offline(bootstrapServers, Set.of("orders", "stamps")));
        // In the page's "Try it", the second stamp was acknowledged at offset 1.
        Receipt receipt = new Receipt("stamp-2", 0, 1);
        System.out.println("lost: " + policy.lost(bootstrapServers, "stamps", List.of(receipt)));
    }
}
