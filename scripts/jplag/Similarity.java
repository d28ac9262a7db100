import de.jplag.JPlag;
import de.jplag.JPlagComparison;
import de.jplag.JPlagResult;
import de.jplag.exceptions.ExitException;
import de.jplag.java.Language;
import de.jplag.options.JPlagOptions;
import de.jplag.reporting.reportobject.ReportObjectFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has JPlag compare what learners wrote, lab by lab, and prints the pairs that resemble each other most. JPlag 4.3 comes
 * without a command line of its own. Run by {@code scripts/similarity}, which says what the folder looks like.
 */
final class Similarity {

    private static final int PAIRS_SHOWN = 10;
    private static final double WORTH_A_LOOK = 0.5;

    private Similarity() {}

    public static void main(String[] arguments) throws IOException, ExitException {
        Path folder = Path.of(arguments[0]);
        try (Stream<Path> folders = Files.list(folder.resolve("submissions"))) {
            for (Path lab : folders.filter(Files::isDirectory).sorted().toList()) {
                compare(folder, lab);
            }
        }
    }

    private static void compare(Path folder, Path lab) throws IOException, ExitException {
        String id = lab.getFileName().toString();
        int count = lab.toFile().list().length;
        System.out.printf("%nLab %s: %d submissions%n", id, count);
        if (count < 2) {
            return;
        }
        File starters = folder.resolve("starters").resolve(id).toFile();
        JPlagResult result = new JPlag(new JPlagOptions(new Language(), Set.of(lab.toFile()), Set.of())
                        .withBaseCodeSubmissionDirectory(starters))
                .run();
        List<JPlagComparison> alike = result.getAllComparisons().stream()
                .filter(pair -> pair.similarity() >= WORTH_A_LOOK)
                .toList();
        alike.stream().limit(PAIRS_SHOWN).forEach(Similarity::show);
        if (alike.size() > PAIRS_SHOWN) {
            System.out.printf("        and %d more%n", alike.size() - PAIRS_SHOWN);
        }
        Path report = folder.resolve("report-" + id);
        new ReportObjectFactory().createAndSaveReport(result, report.toString());
    }

    private static void show(JPlagComparison pair) {
        System.out.printf(
                Locale.ROOT,
                "%6.0f %%  %s and %s%n",
                100 * pair.similarity(),
                pair.firstSubmission().getName(),
                pair.secondSubmission().getName());
    }
}
