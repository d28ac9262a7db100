package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Failover;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

@Mistake(belief = "Sooner or later somebody leads again", caughtBy = "2.1.b")
final class FindsALeaderInTheEnd extends Misguided {

    @Override
    public Failover drill(String bootstrapServers, TopicPartition partition, Runnable fault, Duration limit) {
        try (Admin admin = connect(bootstrapServers)) {
            int former = describe(admin, partition).leader().id();
            fault.run();
            long begun = System.nanoTime();
            while (describe(admin, partition).leader().id() == former) {
                pause();
            }
            int now = describe(admin, partition).leader().id();
            return new Failover(former, now, Duration.ofNanos(System.nanoTime() - begun));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new KafkaException(e);
        }
    }
}
