package io.kafkamastery.cli.cluster;

import io.kafkamastery.cli.Terminal;
import io.kafkamastery.cli.cluster.ClusterFacts.GroupFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.OffsetFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.PartitionFacts;
import io.kafkamastery.cli.cluster.ClusterFacts.TopicFacts;
import io.kafkamastery.kit.cluster.process.Member;
import io.kafkamastery.kit.report.Palette;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a cluster for a terminal: who runs, who leads, who is in sync, and who lags. */
final class ClusterPicture {

    private static final int PARTITIONS_SHOWN = 12;
    private static final int NAME_WIDTH = 24;

    private final Palette palette;
    private final String command;
    private final List<String> lines = new ArrayList<>();

    private ClusterPicture(Palette palette, String command) {
        this.palette = palette;
        this.command = command;
    }

    static List<String> draw(ClusterFacts facts, Palette palette, String command) {
        ClusterPicture picture = new ClusterPicture(palette, command);
        picture.heading(facts);
        facts.members().forEach(member -> picture.member(member, facts));
        facts.silence().ifPresent(reason -> picture.lines.add(palette.red(reason)));
        if (facts.silence().isEmpty()) {
            picture.topics(facts.topics());
            picture.groups(facts.groups());
        }
        return picture.lines;
    }

    /** Addresses as people write them. */
    static String friendly(String address) {
        return address.replace("127.0.0.1", "localhost");
    }

    private void heading(ClusterFacts facts) {
        lines.add(palette.bold(Terminal.spread(
                "Kafka " + facts.kafkaVersion() + " at " + friendly(facts.bootstrapServers()),
                "up for " + age(facts.since()))));
        lines.add("");
    }

    private static String age(Duration since) {
        if (since.toHours() >= 48) {
            return since.toDays() + " days";
        }
        if (since.toMinutes() >= 120) {
            return since.toHours() + " h";
        }
        return since.toSeconds() >= 120 ? since.toMinutes() + " min" : since.toSeconds() + " s";
    }

    private void member(Member member, ClusterFacts facts) {
        String role = member.isBroker() ? "broker" : "controller";
        String text = String.format("  %-10s %3d  %-16s ", role, member.id(), friendly(member.address()));
        lines.add(text
                + switch (member.state()) {
                    case RUNNING -> palette.green("running") + leads(member, facts);
                    case PAUSED -> palette.yellow("paused ") + back(member);
                    case DEAD -> palette.red("dead   ") + back(member);
                });
    }

    private String back(Member member) {
        return "  " + palette.dim(command + " cluster resume " + member.id());
    }

    private static String leads(Member member, ClusterFacts facts) {
        long leads = facts.topics().stream()
                .flatMap(topic -> topic.partitions().stream())
                .filter(partition -> partition
                        .leader()
                        .filter(leader -> leader == member.id())
                        .isPresent())
                .count();
        String also = member.isBroker() && member.isController() ? ", is the controller too" : "";
        return (leads == 0 ? "" : "  leads " + leads + (leads == 1 ? " partition" : " partitions")) + also;
    }

    private void topics(List<TopicFacts> topics) {
        lines.add("");
        if (topics.isEmpty()) {
            lines.add("  No topics yet. Make one: " + command + " kafka-topics --create --topic orders");
            return;
        }
        lines.add(palette.dim(String.format("  %-" + NAME_WIDTH + "s  partition  leader  in sync", "topic")));
        for (TopicFacts topic : topics) {
            String name = topic.name();
            if (name.length() > NAME_WIDTH) {
                lines.add("  " + name);
                name = "";
            }
            for (PartitionFacts partition :
                    topic.partitions().stream().limit(PARTITIONS_SHOWN).toList()) {
                lines.add(partition(name, partition));
                name = "";
            }
            int more = topic.partitions().size() - PARTITIONS_SHOWN;
            if (more > 0) {
                lines.add(" ".repeat(NAME_WIDTH + 4) + "… and " + more + " more");
            }
        }
    }

    private String partition(String name, PartitionFacts partition) {
        String leader = partition.leader().map(String::valueOf).orElse("none");
        String missing =
                partition.missing().isEmpty() ? "" : "   " + palette.yellow("missing " + ids(partition.missing()));
        String text = String.format(
                "  %-" + NAME_WIDTH + "s  %9d  %6s  %s", name, partition.number(), leader, ids(partition.inSync()));
        return (partition.leader().isEmpty() ? palette.red(text) : text) + missing;
    }

    private static String ids(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private void groups(List<GroupFacts> groups) {
        if (groups.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(palette.dim(String.format("  %-" + NAME_WIDTH + "s  committed        end        lag", "group")));
        for (GroupFacts group : groups) {
            String members = group.members() == 1 ? "1 member" : group.members() + " members";
            lines.add("  " + group.id() + palette.dim("  " + group.state() + ", " + members));
            group.offsets().stream().limit(PARTITIONS_SHOWN).map(this::offset).forEach(lines::add);
        }
    }

    private String offset(OffsetFacts offset) {
        String end = offset.end().map(String::valueOf).orElse("?");
        String lag = offset.lag().map(String::valueOf).orElse("?");
        String text = String.format(
                "    %-" + (NAME_WIDTH - 2) + "s  %9d  %9s  %9s", offset.partition(), offset.committed(), end, lag);
        return lag.equals("0") ? text : palette.yellow(text);
    }
}
