package io.kafkamastery.cli.grade.intake;

import io.kafkamastery.cli.grade.intake.Delivery.LeftAside;
import io.kafkamastery.cli.handout.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects the learner's files out of whatever a submission holds: by what they are called, up to a size that no honest one
 * reaches. The course may lie in folders within the submission, as zips of repositories do.
 */
final class Basket {

    static final int MOST_FILES = 20_000;
    static final int LARGEST_FILE = 512 * 1024;
    private static final int LARGEST_DELIVERY = 8 * 1024 * 1024;
    private static final int MOST_REMARKS = 50;

    private final Manifest manifest;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<LeftAside> leftAside = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private int seen;
    private int bytes;

    /** Opens a file that is to be taken. */
    interface Content {
        InputStream open() throws IOException;
    }

    Basket(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Whether there may be more; a submission of too many files is not looked at to its end. */
    boolean offer(String path, Content content) throws IOException {
        if (++seen > MOST_FILES) {
            leaveAside("…", "more than " + MOST_FILES + " files");
            return false;
        }
        String place = placeInCourse(path);
        if (place.isEmpty()) {
            return true;
        }
        if (!path.equals(clean(path))) {
            leaveAside(path, "its name leads elsewhere");
        } else if (!places.add(place)) {
            files.remove(place);
            leaveAside(path, "it is there twice, so that nobody knows which one is meant");
        } else {
            take(path, place, content);
        }
        return true;
    }

    private void take(String path, String place, Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] text = in.readNBytes(LARGEST_FILE + 1);
            if (text.length > LARGEST_FILE) {
                leaveAside(path, "larger than " + LARGEST_FILE / 1024 + " KB");
            } else if (bytes + text.length > LARGEST_DELIVERY) {
                leaveAside(path, "all together are larger than " + LARGEST_DELIVERY / 1024 / 1024 + " MB");
            } else {
                bytes += text.length;
                files.put(place, text);
            }
        }
    }

    /** Something that is called like a file of the learner's, and is none. */
    void refuse(String path, String reason) {
        if (!placeInCourse(path).isEmpty()) {
            leaveAside(path, reason);
        }
    }

    /** The path that it would have in the course; empty if it is not one of the learner's files. */
    private String placeInCourse(String path) {
        String slashes = path.replace('\\', '/');
        for (Manifest.Lab lab : manifest.labs()) {
            int at = slashes.startsWith(lab.folder() + "/") ? 0 : slashes.indexOf("/" + lab.folder() + "/") + 1;
            String inCourse = slashes.substring(at);
            if ((at > 0 || slashes.startsWith(lab.folder() + "/")) && inCourse.startsWith(lab.folder() + "/")) {
                if (lab.nameOf(inCourse).isPresent()) {
                    return inCourse;
                }
                if (!inCourse.endsWith("/")) {
                    leaveAside(path, "not the name of a Java file");
                }
            }
        }
        return "";
    }

    private static String clean(String path) {
        boolean odd = path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/", -1)).contains("..")
                || List.of(path.split("/", -1)).contains(".");
        return odd ? "" : path;
    }

    void leaveAside(String path, String reason) {
        if (leftAside.size() < MOST_REMARKS) {
            leftAside.add(new LeftAside(path, reason));
        }
    }

    Delivery deliver(String name, String source, Instant received) {
        return new Delivery(name, source, received, files, leftAside);
    }
}
