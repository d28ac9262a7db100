#!/usr/bin/env bash
# Tutorial 02, to be played line by line from the root of the repository.
set -eu

# region: watch
scripts/lab kafka-console-consumer --topic orders
# endregion

# region: till
seq 10000 | while read -r n; do
  echo "customer-$((n % 7))|order $n"
  sleep 0.5
done | scripts/lab kafka-console-producer --topic orders \
  --reader-property parse.key=true --reader-property 'key.separator=|' --message-send-max-retries 1000
# endregion

# region: leader
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: kill
scripts/lab cluster kill 2
# endregion

# region: after
scripts/lab kafka-topics --describe --topic orders
scripts/lab kafka-topics --describe --under-replicated-partitions
# endregion

# region: epochs
cat .lab/cluster/node-3/data/orders-1/leader-epoch-checkpoint
# endregion

# region: kill-second
scripts/lab cluster kill 3
# endregion

# region: alone
scripts/lab kafka-topics --describe --topic orders --under-min-isr-partitions
# endregion

# region: acks-all
echo 'written with acks=all' | scripts/lab kafka-console-producer --topic orders
# endregion

# region: acks-one
echo 'written with acks=1' | scripts/lab kafka-console-producer --topic orders --command-property acks=1
# endregion

# region: back
scripts/lab cluster resume 2
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: third
scripts/lab cluster resume 3
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: preferred
scripts/lab kafka-leader-election --election-type preferred --all-topic-partitions
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: one-by-one
scripts/lab cluster kill 2
scripts/lab kafka-topics --describe --topic orders
scripts/lab cluster kill 3
scripts/lab kafka-topics --describe --topic orders
scripts/lab cluster kill 1
# endregion

# region: wrong-one
scripts/lab cluster resume 3
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: right-one
scripts/lab cluster resume 1
scripts/lab cluster resume 2
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: down
scripts/lab cluster down
# endregion
