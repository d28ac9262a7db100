package io.kafkamastery.week01.clinic.mistakes;

import io.kafkamastery.week01.clinic.Clinic;
import io.kafkamastery.week01.clinic.SizeLimits;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import io.kafkamastery.week01.clinic.WrongAddress;
import io.kafkamastery.week01.clinic.solution.ClinicSolution;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** Treats every patient well; each mistake overrides whom it does not. */
abstract class Misguided implements Clinic {

    private final Clinic right = new ClinicSolution();

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        return right.neverSeesOldOrders(settings, topic);
    }

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        return right.isThrownOut(settings, perOrder, noticedWithin);
    }

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        return right.bigOrdersVanish(settings, topic, largestOrderBytes);
    }

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        return right.stopsAtOneRecord(settings, topic);
    }

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        return right.connectsThenTimesOut(settings, topic);
    }

    static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }

    /** The limits as they are; nothing is mended yet. */
    static SizeLimits limits(Map<String, Object> settings, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(settings)) {
            String topicBytes = answer(admin.describeConfigs(List.of(resource)).all())
                    .get(resource)
                    .get("max.message.bytes")
                    .value();
            int producerBytes =
                    Integer.parseInt(String.valueOf(settings.getOrDefault("max.request.size", 1024 * 1024)));
            return new SizeLimits(producerBytes, Integer.parseInt(topicBytes), settings);
        }
    }

    static void set(Map<String, Object> settings, ConfigResource.Type type, String resource, String name, int value) {
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, String.valueOf(value)), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(settings)) {
            answer(admin.incrementalAlterConfigs(Map.of(new ConfigResource(type, resource), List.of(set)))
                    .all());
        }
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new KafkaException(e);
        }
    }
}
