package io.kafkamastery.cli.watch;

import io.kafkamastery.cli.watch.Signal.Saved;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Notices saves. The file system's events make it quick; that it looks by itself in between makes it work where there are
 * none, such as in folders shared with another machine.
 */
final class Saves implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 250;
    /** Editors write a file in several steps. */
    private static final long SETTLED_AFTER_MILLIS = 30;

    private final BlockingQueue<Signal> signals;
    private final List<Path> folders;
    private final WatchService events;
    private volatile boolean closed;

    /** @param folders whose files, and not those in folders below, are watched */
    Saves(BlockingQueue<Signal> signals, List<Path> folders) {
        this.signals = signals;
        this.folders = folders;
        this.events = events(folders);
    }

    private static WatchService events(List<Path> folders) {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            }
            return service;
        } catch (IOException | UnsupportedOperationException noEventsHere) {
            return null;
        }
    }

    void start() {
        Thread watcher = new Thread(this::watch, "saves");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        Map<Path, Long> known = states();
        try {
            while (!closed) {
                await(LOOK_EVERY_MILLIS);
                Map<Path, Long> now = states();
                if (!now.equals(known) && !closed) {
                    known = settled(now);
                    signals.add(new Saved());
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException over) {
            // Closed: nobody wants to know any more.
        }
    }

    private Map<Path, Long> settled(Map<Path, Long> first) throws InterruptedException {
        Map<Path, Long> before = first;
        while (true) {
            TimeUnit.MILLISECONDS.sleep(SETTLED_AFTER_MILLIS);
            Map<Path, Long> now = states();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private void await(long millis) throws InterruptedException {
        if (events == null) {
            TimeUnit.MILLISECONDS.sleep(millis);
            return;
        }
        WatchKey key = events.poll(millis, TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    private Map<Path, Long> states() {
        Map<Path, Long> states = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    states.put(file, Files.getLastModifiedTime(file).toMillis());
                }
            } catch (IOException changing) {
                // It is looked at again in a moment.
            }
        }
        return states;
    }

    @Override
    public void close() {
        closed = true;
        if (events != null) {
            try {
                events.close();
            } catch (IOException e) {
                // Nobody listens to it any more.
            }
        }
    }
}
