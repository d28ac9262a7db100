#!/usr/bin/env bash
# Lab 2.6, to be played line by line from the root of the repository.
set -eu

# region: soak
mvn verify -Psoak -pl :week-02 -Dit.test=OrderProcessorSoak -Dlab.variant=starter
# endregion

# region: start
scripts/lab cluster up
scripts/lab kafka-topics --create --topic orders
for i in $(seq 12); do
  echo "{\"orderId\":\"order-$i\",\"customerId\":\"customer-$i\",\"shop\":\"Bern Bahnhof\",\"item\":\"mocha\",\"cents\":480,\"placedAt\":\"2026-11-05T08:15:30Z\"}"
done | scripts/lab kafka-console-producer --topic orders
# endregion

# region: run
scripts/lab run 2.6
scripts/lab kafka-consumer-groups --describe --group kitchen
scripts/lab run 2.6
# endregion

# region: other
scripts/lab kafka-consumer-groups --reset-offsets --to-earliest --topic orders --group kitchen --execute
scripts/lab run 2.6 localhost:9092 AT_MOST_ONCE
scripts/lab run 2.6 localhost:9092 AT_MOST_ONCE
scripts/lab cluster down
# endregion
