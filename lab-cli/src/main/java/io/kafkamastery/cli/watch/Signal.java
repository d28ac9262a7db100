package io.kafkamastery.cli.watch;

/** What the loop waits for. */
sealed interface Signal {

    /** A key was pressed. */
    record Key(char key) implements Signal {}

    /** A source file of the lab has changed. */
    record Saved() implements Signal {}

    /** The check with that number is over. */
    record Checked(int number, CheckResult result) implements Signal {}

    /** Nobody is at the keyboard any more. */
    record Gone() implements Signal {}
}
