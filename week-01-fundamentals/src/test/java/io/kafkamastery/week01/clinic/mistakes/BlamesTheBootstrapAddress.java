package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.WrongAddress;
import java.util.Map;

@Mistake(belief = "If the cluster cannot be reached, the bootstrap address is wrong", caughtBy = "1.8.e")
final class BlamesTheBootstrapAddress extends Misguided {

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        String bootstrapServer = settings.get("bootstrap.servers").toString();
        return new WrongAddress(bootstrapServer, bootstrapServer.replace("127.0.0.1", "localhost"));
    }
}
