#!/usr/bin/env bash
# Lab 2.4, to be played line by line from the root of the repository.
set -eu

# region: create
scripts/lab cluster up
scripts/lab kafka-topics --create --topic one-segment --config retention.ms=10000
scripts/lab kafka-topics --create --topic short-segments --config retention.ms=10000 --config segment.ms=2000
# endregion

# region: trickle
for i in $(seq 12); do
  echo "click $i" | scripts/lab kafka-console-producer --topic one-segment
  echo "click $i" | scripts/lab kafka-console-producer --topic short-segments
  sleep 1
done
scripts/lab kafka-get-offsets --topic one-segment --time earliest
scripts/lab kafka-get-offsets --topic short-segments --time earliest
# endregion

# region: quiet
sleep 12
scripts/lab kafka-get-offsets --topic one-segment --time earliest
scripts/lab kafka-get-offsets --topic one-segment --time latest
# endregion

# region: late
scripts/lab kafka-topics --create --topic orders
seq -f 'order %g' 8 | scripts/lab kafka-console-producer --topic orders
scripts/lab kafka-console-consumer --topic orders --group accounting --from-beginning --max-messages 3
echo '{"partitions":[{"topic":"orders","partition":0,"offset":5}]}' >delete.json
scripts/lab kafka-delete-records --offset-json-file delete.json
rm delete.json
# endregion

# region: none
scripts/lab kafka-console-consumer --topic orders --group accounting --max-messages 3 \
  --command-property auto.offset.reset=none || true
# endregion

# region: earliest
scripts/lab kafka-console-consumer --topic orders --group accounting --max-messages 3 \
  --command-property auto.offset.reset=earliest
# endregion

# region: change
scripts/lab kafka-configs --alter --topic orders --add-config retention.ms=3600000,segment.ms=600000
scripts/lab kafka-configs --describe --topic orders
# endregion

# region: run
scripts/lab run 2.4
scripts/lab cluster down
# endregion
