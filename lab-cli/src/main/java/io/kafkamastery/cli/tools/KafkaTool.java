package io.kafkamastery.cli.tools;

import java.util.List;

/**
 * One of Kafka's tools.
 *
 * @param name as in Kafka's {@code bin/}, without {@code .sh}
 * @param mainClass what that script runs
 * @param address where it wants to be told which cluster to connect to
 */
record KafkaTool(String name, String mainClass, Address address) {

    private static final String TOOLS = "org.apache.kafka.tools.";

    /** The place of the option {@code --bootstrap-server} among the arguments. */
    enum Address {
        /** Before a subcommand, or anywhere. */
        FIRST,
        /** It belongs to the subcommand. */
        LAST,
        /** It is called {@code --broker-list}. */
        BROKER_LIST,
        /** The tool connects to no cluster, or not by this option. */
        NONE
    }

    /** All that this command offers, by name. */
    static final List<KafkaTool> ALL = List.of(
            tool("kafka-acls", TOOLS + "AclCommand"),
            tool("kafka-broker-api-versions", TOOLS + "BrokerApiVersionsCommand"),
            tool("kafka-client-metrics", TOOLS + "ClientMetricsCommand"),
            new KafkaTool("kafka-cluster", TOOLS + "ClusterTool", Address.LAST),
            tool("kafka-configs", "kafka.admin.ConfigCommand"),
            tool("kafka-console-consumer", TOOLS + "consumer.ConsoleConsumer"),
            tool("kafka-console-producer", TOOLS + "ConsoleProducer"),
            tool("kafka-console-share-consumer", TOOLS + "consumer.ConsoleShareConsumer"),
            tool("kafka-consumer-groups", TOOLS + "consumer.group.ConsumerGroupCommand"),
            tool("kafka-consumer-perf-test", TOOLS + "ConsumerPerformance"),
            tool("kafka-delegation-tokens", TOOLS + "DelegationTokenCommand"),
            tool("kafka-delete-records", TOOLS + "DeleteRecordsCommand"),
            new KafkaTool("kafka-dump-log", TOOLS + "DumpLogSegments", Address.NONE),
            tool("kafka-e2e-latency", TOOLS + "EndToEndLatency"),
            tool("kafka-features", TOOLS + "FeatureCommand"),
            tool("kafka-get-offsets", TOOLS + "GetOffsetShell"),
            tool("kafka-groups", TOOLS + "GroupsCommand"),
            new KafkaTool("kafka-jmx", TOOLS + "JmxTool", Address.NONE),
            tool("kafka-leader-election", TOOLS + "LeaderElectionCommand"),
            tool("kafka-log-dirs", TOOLS + "LogDirsCommand"),
            tool("kafka-metadata-quorum", TOOLS + "MetadataQuorumCommand"),
            new KafkaTool("kafka-metadata-shell", "org.apache.kafka.shell.MetadataShell", Address.NONE),
            tool("kafka-producer-perf-test", TOOLS + "ProducerPerformance"),
            tool("kafka-reassign-partitions", TOOLS + "reassign.ReassignPartitionsCommand"),
            new KafkaTool("kafka-replica-verification", TOOLS + "ReplicaVerificationTool", Address.BROKER_LIST),
            tool("kafka-share-consumer-perf-test", TOOLS + "ShareConsumerPerformance"),
            tool("kafka-share-groups", TOOLS + "consumer.group.ShareGroupCommand"),
            new KafkaTool("kafka-storage", "kafka.tools.StorageTool", Address.NONE),
            tool("kafka-streams-application-reset", TOOLS + "StreamsResetter"),
            tool("kafka-streams-groups", TOOLS + "streams.StreamsGroupCommand"),
            tool("kafka-topics", TOOLS + "TopicCommand"),
            tool("kafka-transactions", TOOLS + "TransactionsCommand"),
            tool("kafka-verifiable-consumer", TOOLS + "VerifiableConsumer"),
            tool("kafka-verifiable-producer", TOOLS + "VerifiableProducer"),
            tool("kafka-verifiable-share-consumer", TOOLS + "VerifiableShareConsumer"));

    private static KafkaTool tool(String name, String mainClass) {
        return new KafkaTool(name, mainClass, Address.FIRST);
    }
}
