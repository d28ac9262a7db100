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

@Mistake(belief = "Whoever watches tells what he sees", caughtBy = "2.1.c")
final class HandsOverEachLook extends Misguided {

    @Override
    public void watchInSync(
            String bootstrapServers, TopicPartition partition, Consumer<Set<Integer>> changes, BooleanSupplier enough) {
        try (Admin admin = connect(bootstrapServers)) {
            while (!enough.getAsBoolean()) {
                changes.accept(
                        describe(admin, partition).isr().stream().map(Node::id).collect(Collectors.toSet()));
                pause();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new KafkaException(e);
        }
    }
}
