#!/usr/bin/env bash
# Lab 2.5, to be played line by line from the root of the repository.
set -eu

# region: create
scripts/lab cluster up
scripts/lab kafka-topics --create --topic prices --config cleanup.policy=compact \
  --config max.compaction.lag.ms=2000 --config delete.retention.ms=2000
# endregion

# region: publish
printf '%s\n' 'flat white:470' mocha:520 'flat white:480' tea:300 mocha:- |
  scripts/lab kafka-console-producer --topic prices --reader-property parse.key=true --reader-property key.separator=: \
    --reader-property null.marker=-
# endregion

# region: before
scripts/lab kafka-console-consumer --topic prices --from-beginning --timeout-ms 3000 \
  --formatter-property print.offset=true --formatter-property print.key=true
# endregion

# region: later
printf '%s\n' chai:400 |
  scripts/lab kafka-console-producer --topic prices --reader-property parse.key=true --reader-property key.separator=:
scripts/lab kafka-console-consumer --topic prices --from-beginning --timeout-ms 3000 \
  --formatter-property print.offset=true --formatter-property print.key=true
# endregion

# region: last
printf '%s\n' bagel:350 |
  scripts/lab kafka-console-producer --topic prices --reader-property parse.key=true --reader-property key.separator=:
scripts/lab kafka-console-consumer --topic prices --from-beginning --timeout-ms 3000 \
  --formatter-property print.offset=true --formatter-property print.key=true
# endregion

# region: keyless
echo 520 | scripts/lab kafka-console-producer --topic prices
# endregion

# region: run
scripts/lab run 2.5
scripts/lab cluster down
# endregion
