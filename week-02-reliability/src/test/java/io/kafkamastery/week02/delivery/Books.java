package io.kafkamastery.week02.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kafkamastery.kestrel.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Where orders take effect: a file that outlives the process that writes it. It is handler and ledger in one, each line a
 * transaction, written in one piece. Several processes may use it one after the other.
 */
final class Books implements OrderHandler, Ledger {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param charged ids of orders */
    private record Entry(List<String> remembered, List<String> charged) {}

    private final Path file;
    private final Fate fate;
    private final Duration pace;
    private final AtomicInteger inHand = new AtomicInteger();

    /**
     * @param fate what happens to whoever writes to it
     * @param pace how long writing takes, before and after the moment at which it is done
     */
    Books(Path file, Fate fate, Duration pace) {
        this.file = file;
        this.fate = fate;
        this.pace = pace;
    }

    @Override
    public void handle(Order order) {
        oneByOne(() -> commit(new Entry(List.of(), List.of(order.orderId()))));
    }

    @Override
    public void inTransaction(Consumer<Transaction> work) {
        oneByOne(() -> {
            try (OpenTransaction transaction = new OpenTransaction(remembered())) {
                work.accept(transaction);
                commit(new Entry(List.copyOf(transaction.remembered), List.copyOf(transaction.charged)));
            }
        });
    }

    private void oneByOne(Runnable work) {
        if (inHand.getAndIncrement() > 0) {
            fate.atTheSameTime();
        }
        try {
            synchronized (this) {
                work.run();
            }
        } finally {
            inHand.decrementAndGet();
        }
    }

    private void commit(Entry entry) {
        LockSupport.parkNanos(pace.toNanos());
        entry.charged().forEach(fate::before);
        try {
            Files.writeString(
                    file,
                    JSON.writeValueAsString(entry) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The test could not write to its books", e);
        }
        entry.charged().forEach(fate::after);
        LockSupport.parkNanos(pace.toNanos());
    }

    /** The ids of the orders that took effect, in the sequence in which they did, as often as they did. */
    List<String> effects() {
        return entries().stream()
                .map(Entry::charged)
                .flatMap(Collection::stream)
                .toList();
    }

    private Set<String> remembered() {
        Set<String> all = new HashSet<>();
        entries().forEach(entry -> all.addAll(entry.remembered()));
        return all;
    }

    private List<Entry> entries() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            String complete = text.substring(0, text.lastIndexOf('\n') + 1); // somebody may be writing just now
            List<Entry> entries = new ArrayList<>();
            for (String line : complete.lines().toList()) {
                entries.add(JSON.readValue(line, Entry.class));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("The test could not read its books", e);
        }
    }

    private static final class OpenTransaction implements Transaction, AutoCloseable {

        private final Set<String> rememberedBefore;
        private final List<String> remembered = new ArrayList<>();
        private final List<String> charged = new ArrayList<>();
        private boolean over;

        OpenTransaction(Set<String> rememberedBefore) {
            this.rememberedBefore = rememberedBefore;
        }

        @Override
        public boolean remembers(String text) {
            checkOpen();
            return rememberedBefore.contains(text) || remembered.contains(text);
        }

        @Override
        public void remember(String text) {
            checkOpen();
            remembered.add(text);
        }

        @Override
        public void charge(Order order) {
            checkOpen();
            charged.add(order.orderId());
        }

        private void checkOpen() {
            if (over) {
                throw new IllegalStateException("This transaction is over: use it within inTransaction() only");
            }
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
