package io.kafkamastery.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param what for example {@code Java}
 * @param state whether it is as it should be
 * @param seen what was found
 * @param advice what to do; empty if nothing
 */
record Finding(String what, State state, String seen, String advice) {

    enum State {
        OK,
        /** Labs run, but something will be slow or missing. */
        WORTH_KNOWING,
        /** Labs cannot run. */
        BAD
    }

    static Finding ok(String what, String seen) {
        return new Finding(what, State.OK, seen, "");
    }

    static Finding note(String what, String seen, String advice) {
        return new Finding(what, State.WORTH_KNOWING, seen, advice);
    }

    static Finding bad(String what, String seen, String advice) {
        return new Finding(what, State.BAD, seen, advice);
    }
}
