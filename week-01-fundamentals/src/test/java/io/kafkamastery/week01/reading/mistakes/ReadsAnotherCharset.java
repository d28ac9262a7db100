package io.kafkamastery.week01.reading.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import java.util.Map;

@Mistake(belief = "Text is text: any charset will do", caughtBy = "1.3.a")
final class ReadsAnotherCharset extends Misguided {

    @Override
    Map<String, Object> settings(String bootstrapServers, String groupId) {
        Map<String, Object> settings = super.settings(bootstrapServers, groupId);
        settings.put("value.deserializer.encoding", "ISO-8859-1");
        return settings;
    }
}
