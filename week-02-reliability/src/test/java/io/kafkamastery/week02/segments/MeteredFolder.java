package io.kafkamastery.week02.segments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes down which pages of which file are read, and which files are left open. */
final class MeteredFolder implements PartitionFolder {

    private static final int PAGE_BYTES = 4096;

    private final Path folder;
    private final Map<String, BitSet> pages = new HashMap<>();
    private final List<Metered> open = new ArrayList<>();

    MeteredFolder(Path folder) {
        this.folder = folder;
    }

    /** In an order that no file system would have. */
    @Override
    public Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.rotate(names, names.size() / 2);
            return new LinkedHashSet<>(names);
        }
    }

    @Override
    public synchronized SeekableByteChannel open(String file) throws IOException {
        Metered channel = new Metered(file, Files.newByteChannel(folder.resolve(file)));
        open.add(channel);
        return channel;
    }

    /** How many bytes of {@code .log} files were touched, in whole pages. */
    synchronized long touchedLogBytes() {
        return pages.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".log"))
                .mapToLong(file -> (long) file.getValue().cardinality() * PAGE_BYTES)
                .sum();
    }

    /** Closes what was left open, and returns the names of those files. */
    synchronized List<String> closeAll() throws IOException {
        List<String> left = open.stream().map(channel -> channel.file).toList();
        for (Metered channel : List.copyOf(open)) {
            channel.close();
        }
        return left;
    }

    private synchronized void touch(String file, long from, int bytes) {
        if (bytes > 0) {
            int first = Math.toIntExact(from / PAGE_BYTES);
            int last = Math.toIntExact((from + bytes - 1) / PAGE_BYTES);
            pages.computeIfAbsent(file, none -> new BitSet()).set(first, last + 1);
        }
    }

    private synchronized void closed(Metered channel) {
        open.remove(channel);
    }

    private final class Metered implements SeekableByteChannel {

        private final String file;
        private final SeekableByteChannel channel;

        Metered(String file, SeekableByteChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            long from = channel.position();
            int bytes = channel.read(target);
            touch(file, from, bytes);
            return bytes;
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            closed(this);
            channel.close();
        }
    }
}
