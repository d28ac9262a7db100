package honest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.*;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.*;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;
import java.util.zip.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.*;
import org.apache.kafka.common.header.*;
import org.apache.kafka.common.serialization.*;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;

/**
 * What honest programs are made of, in styles that the course's own do not use. It is never run. (Virtual threads are not
 * here: learners' code is compiled for Java 17.)
 */
public class Styles implements Iterable<Integer>, Comparable<Styles>, Cloneable, Serializable, Closeable {

    private static final long serialVersionUID = 1L;
    private static final Pattern WORD = Pattern.compile("(?<first>\\w+)\\s*=\\s*(\\d+)");
    private static final ThreadLocal<StringBuilder> TEXT = ThreadLocal.withInitial(StringBuilder::new);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
    private static int created;

    static {
        created = Integer.getInteger("honest.created", 0);
    }

    private transient volatile Consumer<?, ?> consumer;
    private int[][] grid = {{1, 2}, {3}};

    {
        created++;
    }

    enum Size {
        SMALL("s"), LARGE("l") { @Override Size next() { return SMALL; } };

        private final String letter;

        Size(String letter) { this.letter = letter; }

        Size next() { return values()[(ordinal() + 1) % values().length]; }
    }

    @FunctionalInterface
    interface Step<A, B> {
        B take(A a) throws Exception;

        default <C> Step<A, C> then(Step<? super B, ? extends C> next) { return a -> next.take(take(a)); }

        private static void unused() {}
    }

    static final class Trouble extends RuntimeException {
        private final transient Object subject;

        Trouble(String message, Throwable cause, Object subject) {
            super(message, cause);
            this.subject = subject;
        }

        @Override
        public String getMessage() { return super.getMessage() + ": " + subject; }

        @Override
        public synchronized Throwable fillInStackTrace() { return this; }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sale(@JsonProperty("id") String id, BigDecimal price, Instant at) implements Comparable<Sale> {
        Sale {
            Objects.requireNonNull(id, "id");
            price = price.setScale(2, RoundingMode.HALF_EVEN);
        }

        @JsonCreator
        static Sale of(@JsonProperty("id") String id, @JsonProperty("price") BigDecimal price) {
            return new Sale(id, price, Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
        }

        @Override
        public int compareTo(Sale other) {
            return Comparator.comparing(Sale::at).thenComparing(Sale::id, String.CASE_INSENSITIVE_ORDER).compare(this, other);
        }
    }

    /** JSON without reflection, by tokens. */
    static final class SaleWriter extends StdSerializer<Sale> {
        SaleWriter() { super(Sale.class); }

        @Override
        public void serialize(Sale sale, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", sale.id());
            json.writeEndObject();
        }
    }

    static final class SaleReader extends StdDeserializer<Sale> {
        SaleReader() { super(Sale.class); }

        @Override
        public Sale deserialize(JsonParser json, DeserializationContext context) throws IOException {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    return Sale.of(json.getText(), BigDecimal.ONE);
                }
            }
            return null;
        }
    }

    String json(Sale sale) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.writeObjectFieldStart("sale");
        }
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule()).registerModule(new SimpleModule()
                .addSerializer(Sale.class, new SaleWriter()).addDeserializer(Sale.class, new SaleReader()));
        ObjectNode node = mapper.createObjectNode().put("text", """
                several lines, with "quotes"
                """);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + mapper.convertValue(sale, Map.class) + out;
    }

    byte[] bytes(String text, double number) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 1).putShort((short) 2).putDouble(number).flip().mark();
        buffer.slice().asReadOnlyBuffer().duplicate().rewind();
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(encoded);
        CRC32 crc = new CRC32();
        crc.update(digest.digest());
        CRC32C crc32c = new CRC32C();
        crc32c.update(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(new BufferedOutputStream(out)))) {
            data.writeLong(crc.getValue() ^ crc32c.getValue());
            data.writeUTF(text);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("one"));
            zip.write(out.toByteArray());
            zip.closeEntry();
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            zip.getNextEntry();
            zip.readAllBytes();
        }
        try (InputStream in = new CheckedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())),
                new Adler32()); BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(Predicate.not(String::isBlank)).forEach(System.out::println);
        } catch (EOFException | CharacterCodingException expected) {
            throw new UncheckedIOException(expected.getClass().getName(), expected);
        }
        return Base64.getEncoder().encode(HexFormat.of().formatHex(out.toByteArray()).getBytes(StandardCharsets.ISO_8859_1));
    }

    void concurrently() throws Exception {
        ReentrantLock lock = new ReentrantLock(true);
        Condition changed = lock.newCondition();
        ReadWriteLock both = new ReentrantReadWriteLock();
        StampedLock stamped = new StampedLock();
        Semaphore semaphore = new Semaphore(2);
        CyclicBarrier barrier = new CyclicBarrier(2, () -> LockSupport.parkNanos(1));
        Phaser phaser = new Phaser(1);
        Exchanger<String> exchanger = new Exchanger<>();
        BlockingQueue<Runnable> queue = new LinkedBlockingDeque<>();
        ConcurrentMap<String, LongAdder> counts = new ConcurrentSkipListMap<>();
        counts.computeIfAbsent("a", key -> new LongAdder()).increment();
        AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(3);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread::new);
        ScheduledFuture<?> tick = clock.scheduleAtFixedRate(() -> counts.merge("b", new LongAdder(), (x, y) -> x), 1, 1,
                TimeUnit.SECONDS);
        ExecutorService pool = new ThreadPoolExecutor(1, 4, 1, TimeUnit.MINUTES, queue, new ThreadPoolExecutor.CallerRunsPolicy());
        int sum = ForkJoinPool.commonPool().submit(new RecursiveTask<Integer>() {
            @Override
            protected Integer compute() { return IntStream.rangeClosed(1, 10).parallel().sum(); }
        }).get();
        CompletableFuture.allOf(CompletableFuture.runAsync(queue.take(), pool).orTimeout(1, TimeUnit.SECONDS)
                .exceptionally(e -> null).whenComplete((v, e) -> tick.cancel(true))).thenCompose(v -> new CompletableFuture<>());
        Timer timer = new Timer("timer", true);
        timer.schedule(new TimerTask() {
            @Override
            public void run() { cancel(); }
        }, Date.from(Instant.now()));
        Thread thread = new Thread(this::close, "worker-" + sum);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setUncaughtExceptionHandler((t, e) -> System.err.println(t.getName() + " died of " + e));
        thread.start();
        thread.join(Duration.ofSeconds(1).toMillis());
        if (Thread.interrupted() || !thread.isAlive() || thread.getState() == Thread.State.BLOCKED) {
            Thread.yield();
            Thread.onSpinWait();
            Thread.sleep(1);
        }
        try (AutoCloseable quiet = pool::shutdown) {
            assert quiet != null;
        } finally {
            List<Runnable> left = clock.shutdownNow();
            ThreadLocalRandom.current().nextInt(left.size() + 1);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    Object odds(Object thing, String... words) {
        outer:
        for (int[] row : grid.clone()) {
            for (int cell : row) {
                if (cell == words.length) {
                    break outer;
                }
            }
        }
        String kind = switch (Size.valueOf(words[0].toUpperCase(Locale.ROOT))) {
            case SMALL -> "small";
            case LARGE -> { String big = "large"; yield big.repeat(2).strip(); }
        };
        switch (words[0]) {
            case "a": case "b": kind += 'x'; break;
            default: kind += 1L + 2.0f;
        }
        if (thing instanceof Map<?, ?> map && !map.isEmpty()) {
            thing = map.values().iterator().next();
        }
        EnumMap<Size, List<String>> bySize = new EnumMap<>(Size.class);
        Map<Boolean, Long> parts = Arrays.stream(words).collect(Collectors.partitioningBy(String::isEmpty, Collectors.counting()));
        Map<String, Double> averages = Stream.of(words).collect(Collectors.toMap(Function.identity(), w -> (double) w.length(),
                Double::sum, ConcurrentHashMap::new));
        IntSummaryStatistics statistics = StreamSupport.stream(spliterator(), false).mapToInt(Integer::intValue).summaryStatistics();
        Matcher matcher = WORD.matcher(kind);
        String text = String.format(Locale.US, "%08.3f %tF %s", Math.floorMod(7, 3) / 2.0, LocalDate.now(ZoneId.of("UTC")),
                matcher.find() ? matcher.group("first") : new StringJoiner(", ", "[", "]").add(kind)) + statistics + averages
                + NumberFormat.getPercentInstance(Locale.GERMANY).format(0.5) + new DecimalFormat("#,##0.00").format(1)
                + DAY.format(Instant.ofEpochMilli(System.currentTimeMillis())) + Period.between(LocalDate.EPOCH, LocalDate.MAX)
                + ZonedDateTime.now().toOffsetDateTime() + new BigInteger("17").modPow(BigInteger.TWO, BigInteger.TEN)
                + UUID.nameUUIDFromBytes(kind.getBytes()) + new SecureRandom().nextLong() + new Random(42).ints(3).boxed().toList()
                + Optional.ofNullable(thing).map(Object::hashCode).orElseGet(() -> System.identityHashCode(this))
                + Objects.hash(thing, parts, bySize) + Integer.toHexString(Float.floatToIntBits(1f)) + Character.isLetter('x')
                + new BitSet(3).cardinality() + URI.create("kafka://localhost:9092").getPort() + System.lineSeparator()
                + InetSocketAddress.createUnresolved("localhost", 9092).getHostString() + Utils.getHost("localhost:9092")
                + System.getProperty("user.name") + Runtime.getRuntime().availableProcessors() + Arrays.deepToString(grid);
        PriorityQueue<Sale> sales = new PriorityQueue<>(Comparator.reverseOrder());
        Deque<Integer> stack = new ArrayDeque<>(Collections.nCopies(3, 1));
        LinkedHashMap<String, Integer> latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) { return size() > 10; }
        };
        Supplier<Supplier<Styles>> nested = () -> Styles::new;
        BiFunction<Integer, Integer, int[][]> arrays = (a, b) -> new int[a][b];
        IntFunction<String[]> makes = String[]::new;
        Step<String, Integer> step = Integer::parseInt;
        try {
            step.then(n -> 10 / n).take("0");
        } catch (ArithmeticException | NumberFormatException e) {
            IllegalStateException wrapped = new IllegalStateException(e.getLocalizedMessage(), e);
            wrapped.addSuppressed(new Trouble("again", e.getCause(), TEXT.get().append(text).reverse()));
            wrapped.printStackTrace();
            throw wrapped;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Trouble("no", e, nested.get().get().compareTo(this) + arrays.apply(1, 2).length + makes.apply(1).length);
        } finally {
            TEXT.remove();
            latest.clear();
            stack.push(sales.size());
        }
        return thing;
    }

    void kafka(Map<String, Object> settings, Properties properties) throws Exception {
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        settings.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, Watch.class.getName());
        properties.putAll(settings);
        System.out.println(new ProducerConfig(settings).getInt(ProducerConfig.BATCH_SIZE_CONFIG));
        consumer = new KafkaConsumer<>(properties, Serdes.String().deserializer(), new BytesDeserializer());
        consumer.assign(Set.of(new TopicPartition("t", 0)));
        consumer.seekToBeginning(consumer.assignment());
        ConsumerRecords<?, ?> records = consumer.poll(Duration.ZERO);
        records.partitions().forEach(p -> records.records(p).forEach(r -> r.headers().headers("h").forEach(Header::value)));
        consumer.commitAsync(Map.of(), (offsets, e) -> {});
        consumer.wakeup();
        try (Admin admin = AdminClient.create(properties); Producer<Integer, Bytes> producer = new KafkaProducer<>(properties)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(Map.of(), consumer.groupMetadata());
            producer.commitTransaction();
            admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, "t"))).all().get().values().forEach(c ->
                    c.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value());
            admin.incrementalAlterConfigs(Map.of()).values();
            admin.listOffsets(Map.of(new TopicPartition("t", 0), OffsetSpec.forTimestamp(1))).all().toCompletionStage();
            admin.describeTopics(TopicCollection.ofTopicNames(List.of("t"))).allTopicNames().whenComplete((topics, e) -> {});
        } catch (WakeupException | RetriableException e) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException || e.getCause() instanceof ApiException) {
                throw new KafkaException(e);
            }
        }
    }

    public static class Watch implements ProducerInterceptor<Object, Object> {
        @Override
        public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) { return record; }

        @Override
        public void onAcknowledgement(RecordMetadata metadata, Exception e) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> settings) {}
    }

    @Override
    public Iterator<Integer> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() { return next < created; }

            @Override
            public Integer next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return next++;
            }
        };
    }

    @Override
    public int compareTo(Styles other) { return Integer.compare(grid.length, other.grid.length); }

    @Override
    public boolean equals(Object other) { return other instanceof Styles that && Arrays.deepEquals(grid, that.grid); }

    @Override
    public int hashCode() { return Arrays.deepHashCode(grid); }

    @Override
    public Styles clone() throws CloneNotSupportedException { return (Styles) super.clone(); }

    @Override
    public void close() { Optional.ofNullable(consumer).ifPresent(Consumer::close); }
}
