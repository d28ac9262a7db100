package io.kafkamastery.cli.check;

import io.kafkamastery.kit.check.CheckEvent;
import io.kafkamastery.kit.check.CheckRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The child JVMs that check together, once: one, or several with a share of the criteria each. */
public final class CheckTeam implements AutoCloseable {

    private final List<CheckJvm> members;

    /** @param members at least one */
    public CheckTeam(List<CheckJvm> members) {
        this.members = List.copyOf(members);
    }

    int size() {
        return members.size();
    }

    /**
     * Has the first members check a request each, and returns when all verdicts are known.
     *
     * <p>Before the very first is ready it sweeps away what earlier checks have left on the cluster that all use. That has to
     * be over when the others begin, or it would take their topics, too.
     *
     * @return for each request what ended it early, in a sentence; nothing if all went well
     */
    List<Optional<String>> check(List<CheckRequest> requests, List<? extends CheckJvm.Listener> listeners) {
        CompletableFuture<Void> firstIsReady = new CompletableFuture<>();
        List<CompletableFuture<Optional<String>>> others = IntStream.range(1, requests.size())
                .mapToObj(i -> firstIsReady.thenApplyAsync(
                        ready -> members.get(i).check(requests.get(i), listeners.get(i)),
                        check -> new Thread(check, "check-beside-" + i).start()))
                .toList();
        List<Optional<String>> causes = new ArrayList<>();
        try {
            causes.add(members.get(0).check(requests.get(0), new Announcing(firstIsReady, listeners.get(0))));
        } finally {
            firstIsReady.complete(null);
        }
        others.forEach(other -> causes.add(other.join()));
        return causes;
    }

    /** Whatever it tells first, it is ready then. */
    private record Announcing(CompletableFuture<Void> isReady, CheckJvm.Listener listener)
            implements CheckJvm.Listener {

        @Override
        public void heard(CheckEvent event) {
            isReady.complete(null);
            listener.heard(event);
        }

        @Override
        public void wrote(String line) {
            listener.wrote(line);
        }
    }

    boolean wasKilled() {
        return members.stream().anyMatch(CheckJvm::wasKilled);
    }

    /** Ends all at once, with what they are doing. */
    public void kill() {
        members.forEach(CheckJvm::kill);
    }

    /** Ends them; those that have had something to do get a moment to end what they started. */
    @Override
    public void close() {
        members.forEach(CheckJvm::close);
    }
}
