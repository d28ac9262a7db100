package io.kafkamastery.kit.cluster.docker;

import io.kafkamastery.kit.Notice;
import io.kafkamastery.kit.cluster.Backend;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import org.apache.kafka.common.utils.AppInfoParser;

/** Runs clusters in containers of {@code apache/kafka}, in the version that the clients have. */
public final class DockerBackend implements Backend {

    private static final String IMAGE = "lab.docker.image";

    private static DockerEngine connection;

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public KafkaCluster start(ClusterSpec spec) {
        DockerEngine engine = engineOrExplain();
        StorageTemplate storage = StorageTemplate.of(engine, image());
        try {
            return start(engine, storage, spec);
        } catch (ClusterException e) {
            if (storage.forget()) { // in case that it does not suit the image
                return start(engine, storage, spec);
            }
            throw e;
        }
    }

    private static KafkaCluster start(DockerEngine engine, StorageTemplate storage, ClusterSpec spec) {
        DockerCluster cluster = new DockerCluster(engine, storage, spec);
        try {
            cluster.start();
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private static DockerEngine engineOrExplain() {
        try {
            return engine();
        } catch (EngineUnusable e) {
            throw new ClusterException(
                    "The docker backend was asked for, but " + e.reason() + ". " + e.remedy()
                            + ", or let brokers run without Docker: -Dlab.backend=process",
                    e);
        }
    }

    /** The image that {@code -Dlab.docker.image} names, or the official one. */
    static String image() {
        String chosen = System.getProperty(IMAGE, "").strip();
        return chosen.isEmpty() ? "apache/kafka:" + AppInfoParser.getVersion() : chosen;
    }

    /** The engine of this machine, with the image in it, and without what dead JVMs left there. */
    static synchronized DockerEngine engine() throws EngineUnusable {
        if (connection == null) {
            DockerEngine connected = DockerEngine.connect();
            if (!connected.has(image())) {
                Notice.say("pulling " + image() + " (once, about 400 MB)");
                ImagePull.run(connected, image());
            }
            Leftovers.removeAbandoned(connected.client());
            LogCopies.removeAbandoned();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> Leftovers.removeOwn(connected.client()), "remove-containers"));
            connection = connected;
        }
        return connection;
    }
}
