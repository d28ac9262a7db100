package io.kafkamastery.kit.cluster;

/** What a test can do to a cluster beyond talking to it. A backend declares what it can; nothing is faked. */
public enum Capability {
    /** Brokers can be killed, stopped and started. */
    KILL("killing and restarting a broker"),
    /** Brokers can be frozen and resumed. */
    PAUSE("pausing a broker"),
    /** Brokers can be cut off from their clients or from the cluster while they live on. */
    CUT("cutting a broker's connections"),
    /** Brokers can be added while the cluster runs. */
    ADD_BROKER("adding a broker"),
    /** The brokers' log directories can be read. */
    LOG_DIRS("reading a broker's log directory"),
    /** The cluster was started for these tests, with the settings they ask for. */
    BROKER_SETTINGS("choosing broker settings");

    private final String description;

    Capability(String description) {
        this.description = description;
    }

    /** Whether other tests that use the cluster at the same time would notice. */
    public boolean disturbsOthers() {
        return this != LOG_DIRS && this != BROKER_SETTINGS;
    }

    /** In words that fit "needs …" and "allows no …". */
    public String description() {
        return description;
    }
}
