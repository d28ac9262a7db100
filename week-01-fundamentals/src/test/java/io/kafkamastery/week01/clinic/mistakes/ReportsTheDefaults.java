package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import io.kafkamastery.week01.clinic.SizeLimits;
import java.util.Map;

@Mistake(belief = "The limits are 1 MiB, as the documentation says", caughtBy = "1.8.c")
final class ReportsTheDefaults extends Misguided {

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        Map<String, Object> mended =
                super.bigOrdersVanish(settings, topic, largestOrderBytes).mended();
        return new SizeLimits(1_048_576, 1_048_588, mended);
    }
}
