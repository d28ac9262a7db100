package io.kafkamastery.week01.environment;

/** No broker answered in time. The message names the address that was tried. */
public final class ClusterUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClusterUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
