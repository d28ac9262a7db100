package io.kafkamastery.kit.cluster.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Fetches an image, as long as that makes progress: a learner without a network gets a reason within seconds, and one
 * with a slow network is not cut off.
 */
final class ImagePull extends ResultCallback.Adapter<PullResponseItem> {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Instant start = Instant.now();
    private volatile Instant lastNews = start;
    private volatile String error;

    private ImagePull() {}

    /** Returns when the image is here. */
    static void run(DockerEngine engine, String image) throws EngineUnusable {
        ImagePull pull = new ImagePull();
        try (pull) {
            engine.client().pullImageCmd(image).exec(pull);
            pull.await(image);
        } catch (IOException e) {
            // Closing it only ends the conversation.
        } catch (RuntimeException e) {
            throw failed(image, EngineMessage.of(e));
        }
        if (!engine.has(image)) {
            throw failed(image, pull.error);
        }
    }

    @Override
    public void onNext(PullResponseItem item) {
        lastNews = Instant.now();
        if (item.isErrorIndicated() && item.getErrorDetail() != null) {
            error = item.getErrorDetail().getMessage();
        }
    }

    private void await(String image) throws EngineUnusable {
        try {
            while (!awaitCompletion(1, TimeUnit.SECONDS)) {
                if (isOlder(lastNews, LONGEST_SILENCE)) {
                    throw failed(image, "nothing came for " + LONGEST_SILENCE.toSeconds() + " s");
                }
                if (isOlder(start, LIMIT)) {
                    throw failed(image, "it was not here after " + LIMIT.toMinutes() + " minutes");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(image, "interrupted");
        }
    }

    private static boolean isOlder(Instant instant, Duration age) {
        return Duration.between(instant, Instant.now()).compareTo(age) > 0;
    }

    private static EngineUnusable failed(String image, String why) {
        String detail =
                why == null ? "" : " (" + why.lines().findFirst().orElse("").strip() + ")";
        return new EngineUnusable(
                image + " is not on this machine and could not be pulled" + detail,
                "Run 'docker pull " + image
                        + "' where there is a network, or name another image with -Dlab.docker.image");
    }
}
