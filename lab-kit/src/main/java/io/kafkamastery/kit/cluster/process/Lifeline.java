package io.kafkamastery.kit.cluster.process;

import java.util.Locale;

/** What a broker's process hangs on: when that goes, however it goes, the process ends by itself. */
enum Lifeline {
    /** The JVM that started it. */
    STARTER,
    /** Its folder: the process stays when the terminal closes, and ends when somebody removes the folder. */
    FOLDER;

    /** As {@link BrokerLauncher} is told. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
