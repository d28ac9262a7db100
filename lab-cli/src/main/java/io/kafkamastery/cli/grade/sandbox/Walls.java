package io.kafkamastery.cli.grade.sandbox;

import io.kafkamastery.cli.grade.inspect.Doorkeeper;
import io.kafkamastery.cli.grade.inspect.Rules;
import io.kafkamastery.cli.grade.sandbox.GradeRequest.LabWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands between learners' classes and all else in a JVM: class loaders, the doorkeeper, the guard at Jackson. */
final class Walls {

    private Walls() {}

    /** Loads the course's own classes; none of the learner's as long as no walls are raised. */
    static CourseLoader courseLoader(GradeRequest request) {
        return new CourseLoader(request.classPath().stream().map(Path::of).toList(), Walls.class.getClassLoader());
    }

    /** Names of the classes that the course gives to learners. */
    static Set<String> given(GradeRequest request) throws IOException {
        Set<String> given = new HashSet<>();
        for (String folder : request.given()) {
            given.addAll(Classes.in(Path.of(folder)));
        }
        return given;
    }

    /** Before any of the learner's classes is loaded. */
    static void raise(GradeRequest request, List<LabWork> labs, CourseLoader course) throws IOException {
        List<String> permissions = labs.stream()
                .flatMap(lab -> lab.permissions().stream())
                .distinct()
                .toList();
        Rules rules = Rules.forLabs(given(request), permissions);
        Set<String> tests = labs.stream()
                .map(lab -> lab.testClass().substring(0, lab.testClass().lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        LearnersLoader learners = new LearnersLoader(
                Path.of(request.classes()),
                labs.stream().map(LabWork::starterPackage).toList(),
                tests,
                rules,
                course);
        course.leaveTo(learners);
        Doorkeeper.stand(learners, rules);
        // The tests read JSON as well, into types of their own.
        JacksonGuard.install(
                rules, name -> learners.owns(name) || tests.stream().anyMatch(name::startsWith));
    }
}
