package io.kafkamastery.kit.cluster.process;

import java.util.OptionalLong;

/**
 * What a broker's process hangs on: when that goes, however it goes, the process ends by itself.
 *
 * @param word as {@link BrokerLauncher} is told
 */
record Lifeline(String word) {

    /** The JVM that started it. */
    static final Lifeline STARTER = new Lifeline("starter");

    /** Its folder: the process stays when the terminal closes, and ends when somebody removes the folder. */
    static final Lifeline FOLDER = new Lifeline("folder");

    /** Its folder, and a process that need not be the one that starts it. */
    static Lifeline process(long pid) {
        return new Lifeline(String.valueOf(pid));
    }

    static Lifeline folderAnd(OptionalLong owner) {
        return owner.isPresent() ? process(owner.getAsLong()) : FOLDER;
    }

    /** Whether the broker stays when the JVM that started it ends. */
    boolean outlivesStarter() {
        return !equals(STARTER);
    }
}
