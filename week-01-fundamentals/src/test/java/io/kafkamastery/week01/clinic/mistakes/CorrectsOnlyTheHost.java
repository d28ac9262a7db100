package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.WrongAddress;
import java.util.Map;

@Mistake(belief = "It says localhost, so the host is what is wrong", caughtBy = "1.8.e")
final class CorrectsOnlyTheHost extends Misguided {

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        String advertised = super.connectsThenTimesOut(settings, topic).advertised();
        return new WrongAddress(advertised, advertised.replace("localhost", "127.0.0.1"));
    }
}
