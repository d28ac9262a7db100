package io.kafkamastery.cli.watch;

import io.kafkamastery.kit.report.LabVerdicts;
import java.util.Optional;

/**
 * What came of one check.
 *
 * @param verdicts nothing if it was broken off
 */
record CheckResult(Optional<LabVerdicts> verdicts) {

    static final CheckResult BROKEN_OFF = new CheckResult(Optional.empty());
}
