package io.kafkamastery.week01.publishing.mistakes;

import io.kafkamastery.kit.lab.Mistake;
import org.apache.kafka.common.header.Headers;

@Mistake(belief = "A reader sees that it is JSON", caughtBy = "1.2.c")
final class SetsNoHeader extends Misguided {

    @Override
    void mark(Headers headers) {}
}
