package io.kafkamastery.cli.launch;

import io.kafkamastery.cli.Lab;
import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.course.Course;
import io.kafkamastery.cli.tools.KafkaTools;
import io.kafkamastery.kit.cluster.ClusterException;
import io.kafkamastery.kit.cluster.ClusterSpec;
import io.kafkamastery.kit.cluster.KafkaCluster;
import io.kafkamastery.kit.cluster.process.ProcessBackend;
import io.kafkamastery.kit.report.Palette;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.Exit;

/** A round through the commands that are used most, with a broker of its own: what is loaded here starts fast later. */
final class Training {

    private final Terminal terminal = new Terminal(System.out, System.err, Palette.COLOURED, true, "lab");
    private final Course course = new Course(Path.of(System.getProperty("lab.root")));

    /** Ends a tool where it would have ended the JVM. */
    private static final class ToolEnded extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Training() {}

    public static void main(String[] arguments) {
        System.setProperty("lab.standing", "false");
        Training training = new Training();
        training.ownCommands();
        training.toolsAgainstABroker();
        System.exit(0);
    }

    private void ownCommands() {
        for (String command : List.of("--help", "list", "progress", "cluster --help", "cluster status", "nonsense")) {
            Lab.run(terminal, course, command.split(" "));
        }
    }

    private void toolsAgainstABroker() {
        Exit.Procedure end = (status, message) -> {
            throw new ToolEnded();
        };
        Exit.setExitProcedure(end);
        Exit.setHaltProcedure(end);
        try (KafkaCluster cluster = new ProcessBackend().start(ClusterSpec.of(1))) {
            for (String command : List.of(
                    "kafka-topics --create --topic training --partitions 2",
                    "kafka-topics --list",
                    "kafka-topics --describe --topic training",
                    "kafka-console-producer --topic training",
                    "kafka-console-consumer --topic training --from-beginning --timeout-ms 500 --group training",
                    "kafka-consumer-groups --describe --group training",
                    "kafka-configs --describe --topic training",
                    "kafka-get-offsets --topic training",
                    "kafka-metadata-quorum describe --status",
                    "kafka-cluster cluster-id")) {
                run(List.of(command.split(" ")), cluster.bootstrapServers());
            }
        } catch (ClusterException e) {
            System.err.println("Trained without a broker: " + e.getMessage());
        }
    }

    private static void run(List<String> words, String bootstrapServers) {
        System.out.println("--- " + String.join(" ", words));
        try {
            KafkaTools.run(words.get(0), words.subList(1, words.size()), () -> bootstrapServers);
        } catch (ToolEnded asUsual) {
            // And on to the next one.
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
