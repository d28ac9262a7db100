package io.kafkamastery.kit.cluster.docker;

/** Why no cluster can be started in Docker here: the reason in one clause, and what somebody could do about it. */
final class EngineUnusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    EngineUnusable(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** In words that follow "using process: ". */
    String reason() {
        return getMessage();
    }

    /** A sentence without its full stop. */
    String remedy() {
        return remedy;
    }
}
