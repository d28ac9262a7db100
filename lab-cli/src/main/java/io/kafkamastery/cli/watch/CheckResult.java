package io.kafkamastery.cli.watch;

import io.kafkamastery.kit.report.LabVerdicts;
import java.util.Optional;

/**
 * What came of one check.
 *
 * @param verdicts nothing if it was broken off
 * @param canBeShared whether several JVMs can check that lab at once
 */
record CheckResult(Optional<LabVerdicts> verdicts, boolean canBeShared) {

    static final CheckResult BROKEN_OFF = new CheckResult(Optional.empty(), false);
}
