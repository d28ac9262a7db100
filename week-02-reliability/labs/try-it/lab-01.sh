#!/usr/bin/env bash
# Lab 2.1, to be played line by line from the root of the repository.
set -eu

# region: start
scripts/lab cluster up --brokers 3
scripts/lab kafka-topics --create --topic orders --replica-assignment 1:2:3,2:3:1,3:1:2 --config min.insync.replicas=2
scripts/lab kafka-topics --describe --topic orders
scripts/lab kafka-metadata-quorum describe --status
scripts/lab kafka-metadata-quorum describe --replication
# endregion

# region: kill
scripts/lab cluster kill 1
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: kill-another
scripts/lab cluster kill 2
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: back
scripts/lab cluster resume 1
scripts/lab cluster resume 2
scripts/lab kafka-topics --describe --topic orders
scripts/lab kafka-leader-election --election-type preferred --all-topic-partitions
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: run
scripts/lab run 2.1
scripts/lab cluster down
# endregion
