#!/usr/bin/env bash
# Lab 2.3, to be played line by line from the root of the repository.
set -eu

# region: start
scripts/lab cluster up --brokers 3
scripts/lab kafka-topics --create --topic orders --replica-assignment 1:2:3 --config min.insync.replicas=2
scripts/lab kafka-topics --create --topic stamps --replica-assignment 1:2:3 --config min.insync.replicas=1
echo "order-1:flat white" | scripts/lab kafka-console-producer --topic orders \
  --reader-property parse.key=true --reader-property key.separator=:
echo "stamp-1:flat white" | scripts/lab kafka-console-producer --topic stamps \
  --reader-property parse.key=true --reader-property key.separator=:
# endregion

# region: kill-third
scripts/lab cluster kill 3
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: missed
echo "order-2:espresso" | scripts/lab kafka-console-producer --topic orders \
  --reader-property parse.key=true --reader-property key.separator=:
echo "stamp-2:espresso" | scripts/lab kafka-console-producer --topic stamps \
  --reader-property parse.key=true --reader-property key.separator=:
# endregion

# region: storm
scripts/lab cluster kill 2
scripts/lab cluster kill 1
scripts/lab cluster resume 3
scripts/lab kafka-topics --describe --unavailable-partitions
# endregion

# region: elect
scripts/lab kafka-leader-election --election-type unclean --topic stamps --partition 0
scripts/lab kafka-topics --describe --topic stamps
scripts/lab kafka-get-offsets --topic stamps
# endregion

# region: back
scripts/lab cluster resume 2
scripts/lab kafka-topics --describe --topic orders
scripts/lab cluster resume 1
scripts/lab kafka-topics --describe --topic orders
scripts/lab kafka-console-consumer --topic orders --partition 0 --offset earliest --max-messages 2
scripts/lab kafka-console-consumer --topic stamps --partition 0 --offset earliest --max-messages 1
# endregion

# region: run
scripts/lab run 2.3
scripts/lab cluster down
# endregion
