#!/usr/bin/env bash
# Lab 2.8, to be played line by line from the root of the repository.
set -eu

# region: start
scripts/lab cluster up --brokers 4
scripts/lab kafka-topics --create --topic orders --replica-assignment 1:2:3,2:3:1,3:1:2,1:2:3
scripts/lab kafka-producer-perf-test --topic orders --num-records 20000 --record-size 2000 --throughput -1
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: plan
echo '{"version": 1, "topics": [{"topic": "orders"}]}' >topics.json
scripts/lab kafka-reassign-partitions --generate --topics-to-move-json-file topics.json --broker-list 1,2,3,4 |
  tee /dev/stderr | tail -1 >plan.json
# endregion

# region: execute
scripts/lab kafka-reassign-partitions --execute --reassignment-json-file plan.json --throttle 500000
scripts/lab kafka-reassign-partitions --list
scripts/lab kafka-configs --describe --entity-type topics --entity-name orders
scripts/lab kafka-configs --describe --entity-type brokers --entity-name 4
# endregion

# region: verify
scripts/lab kafka-reassign-partitions --execute --reassignment-json-file plan.json --throttle 50000000 --additional
scripts/lab kafka-reassign-partitions --verify --reassignment-json-file plan.json
scripts/lab kafka-configs --describe --entity-type brokers --entity-name 4
scripts/lab kafka-leader-election --election-type preferred --all-topic-partitions
rm topics.json plan.json
# endregion

# region: run
scripts/lab run 2.8 localhost:9092 drain 4
scripts/lab run 2.8 localhost:9092 spread orders
scripts/lab cluster down
# endregion
