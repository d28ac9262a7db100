package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "A replica that dies is no longer among the replicas", caughtBy = "2.1.c")
final class WatchesTheReplicas extends Misguided {

    @Override
    public void watchInSync(
            String bootstrapServers, TopicPartition partition, Consumer<Set<Integer>> changes, BooleanSupplier enough) {
        try (Admin admin = connect(bootstrapServers)) {
            Set<Integer> known = Set.of();
            while (!enough.getAsBoolean()) {
                Set<Integer> now = describe(admin, partition).replicas().stream()
                        .map(Node::id)
                        .collect(Collectors.toSet());
                if (!now.equals(known)) {
                    known = now;
                    changes.accept(now);
                }
                pause();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new KafkaException(e);
        }
    }
}
