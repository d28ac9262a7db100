#!/usr/bin/env bash
# Lab 1.1, to be played line by line from the root of the repository.
set -eu

# region: tour
scripts/lab cluster up
scripts/lab kafka-cluster cluster-id
scripts/lab kafka-metadata-quorum describe --status
scripts/lab kafka-topics --create --topic orders --partitions 3
scripts/lab kafka-topics --describe --topic orders
scripts/lab kafka-topics --list
# endregion

# region: run
scripts/lab run 1.1
scripts/lab cluster down
# endregion
