#!/usr/bin/env bash
# Lab 1.8, to be played line by line from the root of the repository.
set -eu

# region: orders
scripts/lab cluster up
scripts/lab kafka-topics --create --topic clinic-orders
echo '{"orderId":"order-1","customerId":"customer-3","shop":"Bern","item":"flat white","cents":520,"placedAt":"2026-11-20T07:15:30Z"}' | scripts/lab kafka-console-producer --topic clinic-orders
# endregion

# region: run
scripts/lab run 1.8
scripts/lab kafka-consumer-groups --describe --group kitchen
# endregion

# region: reset
scripts/lab kafka-consumer-groups --group kitchen --topic clinic-orders --reset-offsets --to-earliest --dry-run
scripts/lab kafka-consumer-groups --group kitchen --topic clinic-orders --reset-offsets --to-earliest --execute
# endregion

# region: limits
scripts/lab kafka-configs --describe --entity-type topics --entity-name clinic-orders --all | grep max.message.bytes
scripts/lab cluster down
# endregion
