package io.kafkamastery.week02.durability.starter;

import io.kafkamastery.kestrel.Order;
import io.kafkamastery.week02.durability.OrderSender;
import io.kafkamastery.week02.durability.SafeOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lab 2.2: yours to write. The contract, {@link SafeOrders}, says what each method has to do. The sender that {@link #open}
 * returns is a class of your own beside this one.
 */
public final class MySafeOrders implements SafeOrders {

    @Override
    public void createTopic(String bootstrapServers, String topic, int partitions) {
        throw new UnsupportedOperationException(
                "TODO 2.2.a: create the topic with the Admin client. How many brokers should hold a partition, and how many"
                        + " have to be in sync before an order counts?");
    }

    @Override
    public OrderSender open(String bootstrapServers, String topic, Duration requestTimeout, Duration deliveryTimeout) {
        throw new UnsupportedOperationException(
                "TODO 2.2.a: make a producer that waits for all in-sync replicas, and an OrderSender around it");
    }

    /**
     * Sells an order a second to a cluster of your own, {@code localhost:9092} or the address given as argument, and says
     * what became of each. Ctrl-C ends it. Kill a broker meanwhile and watch.
     */
    public static void main(String[] args) throws InterruptedException {
        String bootstrapServers = args.length > 0 ? args[0] : "localhost:9092";
        String topic = "safe-orders-" + Instant.now().getEpochSecond();
        SafeOrders orders = new MySafeOrders();
        orders.createTopic(bootstrapServers, topic, 1);
        System.out.println("Selling to " + topic);

        CountDownLatch closingTime = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(closingTime::countDown));
        try (OrderSender sender = orders.open(bootstrapServers, topic, Duration.ofSeconds(2), Duration.ofSeconds(10))) {
            for (int i = 1; !closingTime.await(1, TimeUnit.SECONDS); i++) {
                Order order =
                        new Order("order-" + i, "customer-" + i % 3, "Bern Bahnhof", "flat white", 480, Instant.now());
                sender.send(order).thenAccept(System.out::println);
            }
        }
    }
}
