package io.kafkamastery.week01.clinic.starter;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.week01.clinic.Clinic;
import io.kafkamastery.week01.clinic.SizeLimits;
import io.kafkamastery.week01.clinic.UnreadableRecord;
import io.kafkamastery.week01.clinic.WrongAddress;
import io.kafkamastery.week01.clinic.patients.KitchenDisplay;
import io.kafkamastery.week01.clinic.patients.MisadvertisedBroker;
import io.kafkamastery.week01.clinic.patients.OrderDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Lab 1.8: yours to write. The contract, {@link Clinic}, says what each patient needs. */
public final class MyClinic implements Clinic {

    @Override
    public Map<String, Object> neverSeesOldOrders(Map<String, Object> settings, String topic) {
        throw new UnsupportedOperationException(
                "TODO 1.8.a: find out where the group stands, take it back to the beginning, and see to groups that never ran");
    }

    @Override
    public Map<String, Object> isThrownOut(Map<String, Object> settings, Duration perOrder, Duration noticedWithin) {
        throw new UnsupportedOperationException(
                "TODO 1.8.b: which setting says how long poll() may be away, and which how much it brings?");
    }

    @Override
    public SizeLimits bigOrdersVanish(Map<String, Object> settings, String topic, int largestOrderBytes) {
        throw new UnsupportedOperationException(
                "TODO 1.8.c: look up the producer's limit and the topic's, then lift both");
    }

    @Override
    public UnreadableRecord stopsAtOneRecord(Map<String, Object> settings, String topic) {
        throw new UnsupportedOperationException(
                "TODO 1.8.d: read until poll() throws; the exception knows which record it was");
    }

    @Override
    public WrongAddress connectsThenTimesOut(Map<String, Object> settings, String topic) {
        throw new UnsupportedOperationException("TODO 1.8.e: ask for metadata, and see which address is in it");
    }

    /**
     * Brings two of the patients to your clinic, on a cluster of your own: {@code localhost:9092}, or the address given as
     * argument. It needs a topic {@code clinic-orders} with orders in it.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        showOrders(bootstrapServers, "clinic-orders");
        lookForTheBroker(bootstrapServers, "clinic-orders");
    }

    /** A kitchen display as patient a has it: seconds after its start it has shown nothing. */
    private static void showOrders(String bootstrapServers, String topic) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "kitchen",
                "enable.auto.commit",
                false,
                "key.deserializer",
                StringDeserializer.class.getName(),
                "value.deserializer",
                OrderDeserializer.class.getName());
        System.out.println("Before:");
        showFor(Duration.ofSeconds(5), settings, topic);
        Map<String, Object> mended = new MyClinic().neverSeesOldOrders(settings, topic);
        System.out.println("After:");
        showFor(Duration.ofSeconds(5), mended, topic);
    }

    private static void showFor(Duration time, Map<String, Object> settings, String topic) throws InterruptedException {
        KitchenDisplay display = new KitchenDisplay(settings, topic, (Order order) -> System.out.println("  " + order));
        Thread thread = new Thread(display, "kitchen-display");
        thread.start();
        thread.join(time.toMillis());
        display.stop();
        thread.join();
    }

    /** Patient e: a broker that tells its clients to come to a port where nobody listens. */
    private static void lookForTheBroker(String bootstrapServers, String topic) throws IOException {
        try (MisadvertisedBroker broker = new MisadvertisedBroker(bootstrapServers, "localhost:1")) {
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
            System.out.println(new MyClinic().connectsThenTimesOut(settings, topic));
        }
    }
}
