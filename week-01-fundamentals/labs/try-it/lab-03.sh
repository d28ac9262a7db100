#!/usr/bin/env bash
# Lab 1.3, to be played line by line from the root of the repository.
set -eu

# region: orders
scripts/lab cluster up
scripts/lab kafka-topics --create --if-not-exists --topic orders --partitions 3
scripts/lab kafka-console-producer --topic orders --reader-property parse.key=true --reader-property 'key.separator=|' << 'ORDERS'
ada|{"orderId":"order-1","customerId":"ada","shop":"Zürich Bellevue","item":"flat white","cents":480,"placedAt":"2026-11-05T08:15:30Z"}
ben|{"orderId":"order-2","customerId":"ben","shop":"Roma Termini","item":"espresso","cents":150,"placedAt":"2026-11-05T08:15:42Z"}
ben|two croissants, please
ada|{"orderId":"order-3","customerId":"ada","shop":"Zürich Bellevue","item":"croissant","cents":260,"placedAt":"2026-11-05T08:16:05Z"}
ORDERS
# endregion

# region: run
scripts/lab run 1.3
# endregion

# region: look
scripts/lab kafka-consumer-groups --describe --group loyalty
scripts/lab kafka-consumer-groups --describe --group loyalty --members
# endregion

# region: more
scripts/lab kafka-console-producer --topic orders --reader-property parse.key=true --reader-property 'key.separator=|' << 'ORDERS'
ben|{"orderId":"order-4","customerId":"ben","shop":"Roma Termini","item":"espresso","cents":150,"placedAt":"2026-11-05T09:01:00Z"}
ORDERS
scripts/lab kafka-consumer-groups --describe --group loyalty
# endregion

# region: down
scripts/lab cluster down
# endregion
