#!/usr/bin/env bash
# Lab 1.6, to be played line by line from the root of the repository.
set -eu

# region: orders
scripts/lab cluster up
scripts/lab kafka-topics --create --topic orders --partitions 4
seq 100 | sed 's/.*/customer-&:order-&/' |
  scripts/lab kafka-console-producer --topic orders --reader-property parse.key=true --reader-property key.separator=:
# endregion

# region: run
scripts/lab run 1.6
# endregion

# region: look
scripts/lab kafka-consumer-groups --describe --group loyalty
scripts/lab kafka-consumer-groups --describe --group loyalty --members --verbose
scripts/lab kafka-consumer-groups --describe --group loyalty --state
# endregion

# region: rewind
scripts/lab kafka-consumer-groups --group loyalty --topic orders --reset-offsets --to-earliest --dry-run
scripts/lab kafka-consumer-groups --group loyalty --topic orders --reset-offsets --by-duration PT10M --execute
# endregion

# region: down
scripts/lab cluster down
# endregion
