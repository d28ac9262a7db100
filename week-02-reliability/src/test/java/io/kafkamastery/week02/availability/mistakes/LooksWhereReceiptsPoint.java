package io.kafkamastery.week02.availability.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.availability.Receipt;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Where a till has no receipt for, none of its orders can be", caughtBy = "2.3.c")
final class LooksWhereReceiptsPoint extends Misguided {

    @Override
    public List<Receipt> lost(String bootstrapServers, String topic, List<Receipt> receipts) {
        Map<TopicPartition, Long> starts = receipts.stream()
                .collect(Collectors.toMap(
                        receipt -> new TopicPartition(topic, receipt.partition()), receipt -> 0L, (one, same) -> one));
        return missing(bootstrapServers, starts, receipts);
    }
}
