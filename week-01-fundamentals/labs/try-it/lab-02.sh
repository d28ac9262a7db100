#!/usr/bin/env bash
# Lab 1.2, to be played line by line from the root of the repository.
set -eu

# region: publish
scripts/lab cluster up
scripts/lab kafka-topics --create --if-not-exists --topic orders --partitions 3
scripts/lab run 1.2
# endregion

# region: look
scripts/lab kafka-console-consumer --topic orders --from-beginning --max-messages 6 \
  --formatter-property print.partition=true --formatter-property print.offset=true \
  --formatter-property print.headers=true --formatter-property print.key=true
# endregion

# region: refuse
scripts/lab kafka-configs --alter --entity-type topics --entity-name orders --add-config max.message.bytes=100
scripts/lab run 1.2
scripts/lab kafka-configs --alter --entity-type topics --entity-name orders --delete-config max.message.bytes
scripts/lab run 1.2
# endregion

# region: down
scripts/lab cluster down
# endregion
