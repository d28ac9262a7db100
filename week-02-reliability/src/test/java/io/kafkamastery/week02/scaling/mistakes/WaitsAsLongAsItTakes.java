package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;

@Mistake(belief = "A move ends some time", caughtBy = "2.8.c")
final class WaitsAsLongAsItTakes extends Misguided {

    @Override
    public void finish(String bootstrapServers, Move move, Duration timeout) {
        try (Admin admin = connect(bootstrapServers)) {
            while (!moving(admin).isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        super.finish(bootstrapServers, move, timeout);
    }
}
