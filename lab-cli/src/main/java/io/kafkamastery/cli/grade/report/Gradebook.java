package io.kafkamastery.cli.grade.report;

import static io.kafkamastery.cli.grade.report.MarkdownSummary.number;

import io.kafkamastery.cli.grade.GradingRun;
import io.kafkamastery.cli.grade.LabResult;
import io.kafkamastery.cli.grade.SubmissionResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All submissions in one table: for a spreadsheet, and for a browser, where a click on a column sorts by it. */
final class Gradebook {

    private static final String SORTING = """
            for (const button of document.querySelectorAll("th button")) {
              button.addEventListener("click", () => {
                const head = button.parentElement;
                const column = [...head.parentElement.children].indexOf(head);
                const down = head.getAttribute("aria-sort") === "ascending";
                for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
                head.setAttribute("aria-sort", down ? "descending" : "ascending");
                const body = document.querySelector("tbody");
                const value = row => row.children[column].dataset.value ?? row.children[column].textContent;
                const rows = [...body.rows].sort((a, b) =>
                  value(a).localeCompare(value(b), "en", { numeric: true }));
                if (down) rows.reverse();
                body.append(...rows);
              });
            }
            """;

    private Gradebook() {}

    static String csv(GradingRun run) {
        StringBuilder table = new StringBuilder("name,percent,passed,met,criteria,points,out of,hours late,received");
        labs(run).forEach(lab -> table.append(",lab ").append(lab.id()));
        table.append('\n');
        for (SubmissionResult submission : run.submissions()) {
            Stream<String> facts = Stream.of(
                    PlainText.csv(submission.name()),
                    number(submission.percent()),
                    run.isPass(submission) ? "yes" : "no",
                    String.valueOf(submission.met()),
                    String.valueOf(submission.criteria()),
                    number(submission.points()),
                    number(submission.outOf()),
                    String.valueOf(submission.lateness().late().toHours()),
                    received(submission));
            Stream<String> labs = submission.labs().stream().map(lab -> number(lab.points()));
            table.append(Stream.concat(facts, labs).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return table.toString();
    }

    /** Empty where nothing was handed in that has a date. */
    private static String received(SubmissionResult submission) {
        Instant moment = submission.delivery().received();
        return moment.equals(Instant.EPOCH) ? "" : moment.toString();
    }

    private static List<LabResult> labs(GradingRun run) {
        return run.submissions().isEmpty()
                ? List.of()
                : run.submissions().get(0).labs();
    }

    static String html(GradingRun run) {
        StringBuilder body = new StringBuilder("<h1>Gradebook</h1>\n<p class=\"dim\">%s, %d passed. %s</p>\n"
                .formatted(
                        run.submissions().size() == 1
                                ? "1 submission"
                                : run.submissions().size() + " submissions",
                        run.submissions().stream().filter(run::isPass).count(),
                        "Kafka %s, backend %s, Java %s, course %s, seed %d, %d s"
                                .formatted(
                                        run.kafkaVersion(),
                                        run.backend(),
                                        run.javaVersion(),
                                        run.course(),
                                        run.seed(),
                                        run.millis() / 1000)));
        body.append("<div class=\"scroll\"><table>\n<thead><tr>");
        Stream<String> heads = Stream.of("name", "%", "met");
        Stream.concat(heads, labs(run).stream().map(LabResult::id))
                .forEach(head -> body.append("<th><button>").append(head).append("</button></th>"));
        body.append(run.hasLatePolicy() ? "<th><button>hours late</button></th>" : "");
        body.append("</tr></thead>\n<tbody>\n");
        run.submissions().forEach(submission -> row(body, run, submission));
        body.append("</tbody></table></div>");
        return HtmlPage.of("Gradebook", body.toString(), SORTING);
    }

    private static void row(StringBuilder body, GradingRun run, SubmissionResult submission) {
        String name = PlainText.html(submission.name());
        body.append("<tr><td data-value=\"%s\"><a href=\"%s/report.html\">%s</a></td>"
                .formatted(name, submission.folder(), name));
        body.append("<td class=\"%s\">%s</td><td>%d/%d</td>"
                .formatted(
                        run.isPass(submission) ? "met" : "not-met",
                        number(submission.percent()),
                        submission.met(),
                        submission.criteria()));
        submission
                .labs()
                .forEach(lab -> body.append("<td>").append(number(lab.points())).append("</td>"));
        if (run.hasLatePolicy()) {
            body.append("<td>").append(submission.lateness().late().toHours()).append("</td>");
        }
        body.append("</tr>\n");
    }
}
