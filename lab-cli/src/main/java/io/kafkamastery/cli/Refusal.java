package io.kafkamastery.cli;

/** Ends a command that cannot do what it was asked. The message says why and what to do; no stack trace is shown. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
