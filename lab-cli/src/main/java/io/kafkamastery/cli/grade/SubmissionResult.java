package io.kafkamastery.cli.grade;

import io.kafkamastery.cli.grade.intake.Delivery;
import java.util.List;

/**
 * What a submission came to.
 *
 * @param folder the name of its folder among the reports: safe for every file system
 * @param labs by number
 * @param lateness what its lateness costs
 * @param remarks what whoever grades should know: that something was repeated, or tried
 * @param peakMegabytes the most memory that its sandbox had, or 0 if that is not known
 */
public record SubmissionResult(
        Delivery delivery,
        String folder,
        List<LabResult> labs,
        Lateness lateness,
        List<String> remarks,
        long millis,
        int peakMegabytes) {

    public SubmissionResult {
        labs = List.copyOf(labs);
        remarks = List.copyOf(remarks);
    }

    public String name() {
        return delivery.name();
    }

    public double points() {
        return labs.stream().mapToDouble(LabResult::points).sum();
    }

    public double outOf() {
        return labs.stream().mapToDouble(LabResult::outOf).sum();
    }

    /** Before anything is taken off for being late. */
    public double percentOnTime() {
        return outOf() == 0 ? 0 : 100 * points() / outOf();
    }

    /** What counts, with one decimal. */
    public double percent() {
        return Math.round(10 * Math.max(0, percentOnTime() - lateness.percentOff())) / 10.0;
    }

    public long met() {
        return labs.stream().mapToLong(LabResult::met).sum();
    }

    public long criteria() {
        return labs.stream().mapToLong(lab -> lab.criteria().size()).sum();
    }
}
