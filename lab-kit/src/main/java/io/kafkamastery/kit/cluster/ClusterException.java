package io.kafkamastery.kit.cluster;

/** The cluster under the tests failed, not the code that is tested. The message says what happened and what to do. */
public final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
