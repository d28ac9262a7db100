package honest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.*;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Everyday<T> implements Deserializer<T>, ConsumerRebalanceListener, Partitioner {
    private static final Logger LOG = LoggerFactory.getLogger(Everyday.class);
    private static final System.Logger SYSTEM = System.getLogger("everyday");
    record Point(int x, double y, String text) {}
    enum Colour { RED { @Override int code() { return 1; } }; abstract int code(); }
    sealed interface Shape permits Circle {}
    record Circle(double radius) implements Shape {}
    private final ObjectMapper json = JsonMapper.builder().findAndAddModules()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
    private Class<T> type;
    private volatile boolean running = true;

    @SuppressWarnings("unchecked")
    public void configure(Map<String, ?> settings, boolean isKey) {
        try {
            Object named = settings.get("type");
            type = named instanceof Class<?> c ? (Class<T>) c : (Class<T>) Class.forName(named.toString());
            ClassLoader mine = Thread.currentThread().getContextClassLoader();
            type = (Class<T>) Class.forName(named.toString(), true, mine);
            Deserializer<?> inner = (Deserializer<?>) type.getDeclaredConstructor().newInstance();
            type = (Class<T>) json.getTypeFactory().findClass(named.toString());
            type = Utils.loadClass(named.toString(), Object.class).isInterface() ? null : type;
        } catch (ReflectiveOperationException e) {
            throw new KafkaException("no such type", e);
        }
    }

    public T deserialize(String topic, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Map<String, Object> tree = json.readValue(bytes, new TypeReference<>() {});
            JsonNode node = json.readTree(bytes);
            LOG.info("{} of {} at {}", in.readInt(), tree.size(), node.path("a").asText());
            return json.readerFor(type).readValue(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    public void configure(Map<String, ?> settings) {}
    public void close() {}
    public int partition(String topic, Object key, byte[] k, Object value, byte[] v, Cluster cluster) {
        return Utils.toPositive(Utils.murmur2(k)) % cluster.partitionsForTopic(topic).size();
    }

    void work(Map<String, Object> settings) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((t, e) -> LOG.error("died", e));
            return thread;
        });
        CompletableFuture<Integer> later = CompletableFuture.supplyAsync(() -> 1, pool).thenApply(i -> i + 1);
        try (Admin admin = Admin.create(settings);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get(5, TimeUnit.SECONDS);
            ProducerRecord<String, byte[]> record = new ProducerRecord<>("t", "k", new byte[0]);
            record.headers().add(new RecordHeader("a", "b".getBytes(StandardCharsets.UTF_8)));
            producer.send(record, (metadata, e) -> System.out.println(metadata + " " + e));
            producer.metrics().forEach((name, metric) -> System.out.printf("%s %s%n", name.name(), metric.metricValue()));
            consumer.subscribe(List.of("t"), this);
            while (running) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(100))) {
                    later.join();
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            e.printStackTrace();
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(1, TimeUnit.SECONDS);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running = false));
        Point point = new Point(1, 2, "three");
        Shape shape = new Circle(1);
        assert shape instanceof Circle c && c.radius() > 0 : point.toString();
        switch (Colour.RED) { case RED -> SYSTEM.log(System.Logger.Level.INFO, "red"); }
        String sorted = Stream.of("a", "b").sorted(Comparator.reverseOrder())
                .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting())).toString();
        StringWriter text = new StringWriter();
        new PrintWriter(text).printf("%s %s", sorted, getClass().getSimpleName());
        ByteBuffer.allocate(8).putLong(System.nanoTime()).flip();
        Scanner words = new Scanner("a b").useDelimiter(" ");
        UUID.randomUUID();
        LongAdder adder = new LongAdder();
        ThreadLocal<Random> random = ThreadLocal.withInitial(() -> new Random(1));
        synchronized (this) { wait(1); notifyAll(); }
    }

    public static void main(String[] args) throws JsonProcessingException {
        System.err.println(System.getProperty("user.dir") + System.getenv("BOOTSTRAP"));
    }
}
