package io.kafkamastery.week02.leaderelection.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week02.leaderelection.Quorum;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

@Mistake(belief = "describeCluster() knows the active controller", caughtBy = "2.1.e")
final class AsksAnyBrokerForTheController extends Misguided {

    @Override
    public Quorum quorum(String bootstrapServers) {
        Quorum right = super.quorum(bootstrapServers);
        try (Admin admin = connect(bootstrapServers)) {
            int controller = admin.describeCluster().controller().get().id();
            return new Quorum(controller, right.voterLag(), right.observerLag());
        } catch (ExecutionException | InterruptedException e) {
            throw new KafkaException(e);
        }
    }
}
