package io.kafkamastery.week01.crew.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.clients.admin.Admin;

@Mistake(belief = "More workers than partitions are an error, to be left out", caughtBy = "1.6.b")
final class OneWorkerAPartition extends Misguided {

    @Override
    public void hire(String worker) {
        try (Admin admin = connect(bootstrapServers)) {
            if (onDuty.size() < partitions(admin, topic).size()) {
                super.hire(worker);
            }
        }
    }
}
