package io.kafkamastery.week02.scaling.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.scaling.Move;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "A throttle is for what comes; what leaves should leave quickly", caughtBy = "2.8.e")
final class DrainsAtFullSpeed extends Misguided {

    @Override
    public Move startDraining(String bootstrapServers, int broker, long bytesPerSecond) {
        try (Admin admin = connect(bootstrapServers)) {
            Move move = super.startDraining(bootstrapServers, broker, bytesPerSecond);
            super.cancel(bootstrapServers, move); // to have its plan without its throttle
            return reassign(admin, move.replicas());
        }
    }
}
