package io.kafkamastery.week01.clinic.mistakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import java.util.Map;

@Mistake(belief = "A value can be kept as text, whatever it is", caughtBy = "1.8.d")
final class KeepsTheValueAsText extends Misguided {

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        UnreadableRecord record = super.stopsAtOneRecord(settings, topic);
        String text = new String(record.value(), UTF_8);
        return new UnreadableRecord(record.partition(), record.offset(), text.getBytes(UTF_8));
    }
}
