package io.kafkamastery.kit;

/** One-line remarks of the kit to the person at the terminal, recognisable and rare. */
public final class Notice {

    private Notice() {}

    public static void say(String sentence) {
        System.out.println("[lab] " + sentence);
    }
}
