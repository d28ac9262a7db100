#!/usr/bin/env bash
# Lab 2.2, to be played line by line from the root of the repository.
set -eu

# region: soak
mvn verify -Psoak -pl :week-02 -Dit.test=SafeOrdersSoak -Dlab.variant=starter
# endregion

# region: start
scripts/lab cluster up --brokers 3
scripts/lab kafka-topics --create --topic orders --replica-assignment 1:2:3 --config min.insync.replicas=2
# endregion

# region: freeze
scripts/lab cluster pause 2
scripts/lab cluster pause 3
echo "the leader has it" | scripts/lab kafka-console-producer --topic orders \
  --command-property acks=1 --command-property enable.idempotence=false
echo "all have it" | scripts/lab kafka-console-producer --topic orders --command-property acks=all
# endregion

# region: kill
scripts/lab cluster kill 1
scripts/lab cluster resume 2
scripts/lab cluster resume 3
scripts/lab kafka-topics --describe --topic orders
scripts/lab kafka-console-consumer --topic orders --from-beginning --timeout-ms 5000
# endregion

# region: run
scripts/lab cluster resume 1
scripts/lab run 2.2
scripts/lab cluster down
# endregion
