#!/usr/bin/env bash
# Lab 1.4, to be played line by line from the root of the repository.
set -eu

# region: produce
scripts/lab cluster up
scripts/lab kafka-topics --create --topic orders --partitions 4
printf '%s\n' customer-1:latte customer-2:mocha customer-1:bagel customer-3:tea |
  scripts/lab kafka-console-producer --topic orders --reader-property parse.key=true --reader-property key.separator=:
# endregion

# region: consume
scripts/lab kafka-console-consumer --topic orders --from-beginning --max-messages 4 \
  --formatter-property print.partition=true --formatter-property print.offset=true --formatter-property print.key=true
# endregion

# region: grow
scripts/lab kafka-topics --alter --topic orders --partitions 6
printf '%s\n' customer-1:latte customer-2:mocha customer-1:bagel customer-3:tea |
  scripts/lab kafka-console-producer --topic orders --reader-property parse.key=true --reader-property key.separator=:
scripts/lab kafka-console-consumer --topic orders --from-beginning --max-messages 8 \
  --formatter-property print.partition=true --formatter-property print.offset=true --formatter-property print.key=true
# endregion

# region: keyless
seq 200 | scripts/lab kafka-console-producer --topic orders
scripts/lab kafka-get-offsets --topic orders
# endregion

# region: run
scripts/lab run 1.4
scripts/lab cluster down
# endregion
