package io.kafkamastery.cli.cluster;

import picocli.CommandLine.Command;

/** The learner's own cluster. */
@Command(
        name = "cluster",
        description = "Your own Kafka cluster: start it, look at it, hurt it, end it.",
        synopsisSubcommandLabel = "up | status | logs | kill | pause | resume | down",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            NodeCommands.Kill.class,
            NodeCommands.Pause.class,
            NodeCommands.Resume.class,
            DownCommand.class
        },
        footer = {
            "",
            "For example:",
            "  ${ROOT-COMMAND-NAME} cluster up --brokers 3",
            "  ${ROOT-COMMAND-NAME} cluster kill 2",
            "  ${ROOT-COMMAND-NAME} cluster status",
            "  ${ROOT-COMMAND-NAME} cluster resume 2",
            "  ${ROOT-COMMAND-NAME} cluster down"
        })
public final class ClusterCommand {}
