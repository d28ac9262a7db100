package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

@Mistake(belief = "What is set for a broker by its id is set for this one patient", caughtBy = "1.8.c")
final class RaisesTheLimitOfEachBroker extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        SizeLimits limits = limits(settings, topic);
        try (Admin admin = Admin.create(settings)) {
            Collection<Node> brokers = answer(admin.describeCluster().nodes());
            brokers.forEach(broker ->
                    set(settings, ConfigResource.Type.BROKER, broker.idString(), "message.max.bytes", 20_000_000));
        }
        return new SizeLimits(
                limits.producerBytes(), limits.topicBytes(), with(settings, "max.request.size", 20_000_000));
    }
}
