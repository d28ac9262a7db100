package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.WrongAddress;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

@Mistake(belief = "The bootstrap server answers everything that an Admin client asks", caughtBy = "1.8.e")
final class AsksTheAdminClient extends Misguided {

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        try (Admin admin = Admin.create(with(settings, "default.api.timeout.ms", 3_000))) {
            Node node = answer(admin.describeCluster().nodes()).iterator().next();
            return new WrongAddress(
                    node.host() + ":" + node.port(),
                    settings.get("bootstrap.servers").toString());
        }
    }
}
