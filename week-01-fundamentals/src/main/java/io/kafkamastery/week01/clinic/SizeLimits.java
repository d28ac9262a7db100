package io.kafkamastery.week01.clinic;

import java.util.Map;

/**
 * What stood in the way of big orders.
 *
 * @param producerBytes the largest request that the producer was allowed to send, before anything was mended
 * @param topicBytes the largest batch of records that the topic took, before anything was mended; a topic that has no limit
 *     of its own has its broker's
 * @param mended the producer's settings from now on
 */
public record SizeLimits(int producerBytes, int topicBytes, Map<String, Object> mended) {

    public SizeLimits {
        mended = Map.copyOf(mended);
    }
}
