package io.kafkamastery.kit.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week's folder, found from where its test classes lie, so that it does not matter who runs them and from where.
 *
 * @param folder for example {@code …/week-02-reliability}
 */
public record LabModule(Path folder) {

    private static final Pattern WEEK = Pattern.compile("week-\\d+");

    /** @throws IllegalStateException if the class does not come from a folder of a Maven module */
    public static LabModule of(Class<?> testClass) {
        try {
            Path classes = Path.of(testClass
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = classes; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("pom.xml"))) {
                    return new LabModule(folder);
                }
            }
            throw new IllegalStateException("No pom.xml above " + classes + ": where does " + testClass + " belong?");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The artifact id of a week, or the folder's name for anything else. */
    public String name() {
        String folderName = String.valueOf(folder.getFileName());
        Matcher week = WEEK.matcher(folderName);
        return week.lookingAt() ? week.group() : folderName;
    }

    public Path target() {
        return folder.resolve("target");
    }

    /** The Markdown page of a lab such as {@code 1.3}, if it is there. */
    public Optional<Path> page(String labId) {
        int number = Integer.parseInt(labId.substring(labId.indexOf('.') + 1));
        String glob = String.format("lab-%02d-*.md", number);
        Path labs = folder.resolve("labs");
        if (!Files.isDirectory(labs)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> pages = Files.newDirectoryStream(labs, glob)) {
            for (Path page : pages) {
                return Optional.of(page);
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Where the learner writes the code of the lab that this test class belongs to. */
    public Path starterFolder(Class<?> testClass) {
        return folder.resolve("src/main/java")
                .resolve(testClass.getPackageName().replace('.', '/'))
                .resolve("starter");
    }

    /** A path as it is shown to somebody who stands in the root of the repository. */
    public Path shown(Path path) {
        return folder.getParent() == null ? path : folder.getParent().relativize(path);
    }
}
