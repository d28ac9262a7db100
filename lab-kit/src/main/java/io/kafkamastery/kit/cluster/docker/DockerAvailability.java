package io.kafkamastery.kit.cluster.docker;

/**
 * Whether clusters can be started in Docker here, and why: for {@code -Dlab.backend=auto}, which must decide quickly and
 * say what it decided.
 *
 * @param usable whether an engine answers and the image is in it
 * @param reason one clause that follows "using docker: " or "using process: "
 */
public record DockerAvailability(boolean usable, String reason) {

    /**
     * Looks for an engine, which takes milliseconds if there is none and two seconds at most if it does not answer; and
     * for the image, which is pulled if it is missing.
     */
    public static DockerAvailability probe() {
        try {
            DockerEngine engine = DockerBackend.engine();
            return new DockerAvailability(
                    true, "engine " + engine.version() + " answers and " + DockerBackend.image() + " is here");
        } catch (EngineUnusable e) {
            return new DockerAvailability(false, e.reason());
        }
    }
}
