#!/usr/bin/env bash
# Tutorial 03, to be played line by line from the root of the repository.
set -eu

# region: help
scripts/lab kafka-topics --help
# endregion

# region: create
scripts/lab kafka-topics --create --topic orders --partitions 4
scripts/lab kafka-topics --list
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: produce
printf '%s\n' 'customer-3|flat white' 'customer-1|espresso' 'customer-3|croissant' |
  scripts/lab kafka-console-producer --topic orders \
    --reader-property parse.key=true --reader-property 'key.separator=|'
# endregion

# region: more
seq 20 | sed 's/.*/customer-&|order &/' |
  scripts/lab kafka-console-producer --topic orders \
    --reader-property parse.key=true --reader-property 'key.separator=|'
# endregion

# region: consume
scripts/lab kafka-console-consumer --topic orders --from-beginning --max-messages 23 \
  --formatter-property print.partition=true --formatter-property print.offset=true --formatter-property print.key=true
# endregion

# region: one-partition
scripts/lab kafka-console-consumer --topic orders --partition 0 --offset 2 --max-messages 1
# endregion

# region: ends
scripts/lab kafka-get-offsets --topic orders
# endregion

# region: group-read
scripts/lab kafka-console-consumer --topic orders --group finance --from-beginning --max-messages 10
# endregion

# region: groups
scripts/lab kafka-consumer-groups --list
scripts/lab kafka-consumer-groups --describe --group finance
# endregion

# region: members
scripts/lab kafka-consumer-groups --describe --group finance --state
scripts/lab kafka-consumer-groups --describe --group finance --members --verbose
# endregion

# region: reset
scripts/lab kafka-consumer-groups --group finance --topic orders --reset-offsets --to-earliest --dry-run
scripts/lab kafka-consumer-groups --group finance --topic orders --reset-offsets --to-earliest --execute
# endregion

# region: topic-configs
scripts/lab kafka-configs --alter --topic orders --add-config retention.ms=86400000
scripts/lab kafka-configs --describe --topic orders
scripts/lab kafka-configs --alter --topic orders --delete-config retention.ms
# endregion

# region: broker-configs
scripts/lab kafka-configs --describe --entity-type brokers --entity-name 1 --all | grep log.retention
# endregion

# region: quorum
scripts/lab kafka-metadata-quorum describe --status
scripts/lab kafka-metadata-quorum describe --replication
# endregion

# region: kcat
kcat -b localhost:9092 -L
echo 'customer-7|mocha' | kcat -b localhost:9092 -P -t orders -K '|'
kcat -b localhost:9092 -C -t orders -o beginning -e -q -f 'partition %p, offset %o: %k wants %s\n'
# endregion

# region: ui
docker compose -f docker/compose.yaml up -d --wait
# endregion

# region: grow
scripts/lab kafka-topics --alter --topic orders --partitions 6
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: clean
scripts/lab kafka-consumer-groups --delete --group finance
scripts/lab kafka-topics --delete --topic orders
# endregion
