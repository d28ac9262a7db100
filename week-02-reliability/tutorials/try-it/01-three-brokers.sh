#!/usr/bin/env bash
# Tutorial 01, to be played line by line from the root of the repository.
set -eu

# region: up
scripts/lab cluster up --brokers 3
scripts/lab cluster status
# endregion

# region: topic
scripts/lab kafka-topics --create --topic orders --replica-assignment 1:2:3,2:3:1,3:1:2 --config min.insync.replicas=2
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: spread
scripts/lab cluster status
# endregion

# region: quorum
scripts/lab kafka-metadata-quorum describe --status
scripts/lab kafka-metadata-quorum describe --replication
# endregion

# region: produce
seq 12 | sed 's/.*/customer-&|order &/' |
  scripts/lab kafka-console-producer --topic orders \
    --reader-property parse.key=true --reader-property 'key.separator=|'
scripts/lab kafka-get-offsets --topic orders
# endregion

# region: folders
ls -l .lab/cluster/node-1/data/orders-0
# endregion

# region: same
cd .lab/cluster
cmp node-1/data/orders-0/00000000000000000000.log node-2/data/orders-0/00000000000000000000.log && echo equal
cmp node-1/data/orders-0/00000000000000000000.log node-3/data/orders-0/00000000000000000000.log && echo equal
cd ../..
# endregion

# region: dump
scripts/lab kafka-dump-log --print-data-log --files .lab/cluster/node-1/data/orders-0/00000000000000000000.log
# endregion

# region: epochs
cat .lab/cluster/node-1/data/orders-0/leader-epoch-checkpoint
# endregion

# region: settings
scripts/lab kafka-configs --describe --topic orders
scripts/lab kafka-features describe
# endregion
