#!/usr/bin/env bash
# Lab 2.7, to be played line by line from the root of the repository.
set -eu

# region: produce
scripts/lab cluster up
scripts/lab kafka-topics --create --topic orders
printf 'latte %s\n' 1 2 3 | scripts/lab kafka-console-producer --topic orders
printf 'mocha %s\n' 1 2 3 | scripts/lab kafka-console-producer --topic orders --compression-codec gzip
scripts/lab kafka-producer-perf-test --topic orders --num-records 6 --record-size 40 --throughput 10 \
  --transactional-id till-7 --transaction-duration-ms 200
# endregion

# region: look
ls -l .lab/cluster/node-1/data/orders-0
od -A d -t x1 -N 61 .lab/cluster/node-1/data/orders-0/00000000000000000000.log
# endregion

# region: dump
scripts/lab kafka-dump-log --print-data-log --files .lab/cluster/node-1/data/orders-0/00000000000000000000.log
# endregion

# region: damage
printf 'X' | dd of=.lab/cluster/node-1/data/orders-0/00000000000000000000.log bs=1 seek=70 conv=notrunc status=none
scripts/lab kafka-console-consumer --topic orders --partition 0 --offset 0 --max-messages 3 ||
  echo "The consumer refuses it."
# endregion

# region: run
scripts/lab run 2.7
scripts/lab cluster down
# endregion
