#!/usr/bin/env bash
# Lab 1.7, to be played line by line from the root of the repository.
set -eu

# region: start
scripts/lab cluster up --brokers 3
scripts/lab kafka-topics --create --topic orders --replica-assignment 1:2:3 --config min.insync.replicas=2
echo "all is well" | scripts/lab kafka-console-producer --topic orders --command-property acks=all
# endregion

# region: storm
scripts/lab cluster kill 2
scripts/lab cluster kill 3
scripts/lab kafka-topics --describe --topic orders
# endregion

# region: send
echo "nobody asked" | scripts/lab kafka-console-producer --topic orders --command-property acks=0
echo "the leader has it" | scripts/lab kafka-console-producer --topic orders --command-property acks=1
echo "all in sync have it" | scripts/lab kafka-console-producer --topic orders --command-property acks=all
scripts/lab kafka-get-offsets --topic orders
# endregion

# region: back
scripts/lab cluster resume 2
scripts/lab kafka-get-offsets --topic orders
scripts/lab kafka-console-consumer --topic orders --partition 0 --offset earliest --max-messages 3
scripts/lab cluster resume 3
# endregion

# region: freight
seq -f '{"orderId":"order-%g","customerId":"customer-7","item":"flat white","cents":480}' 2000 >orders.txt
scripts/lab kafka-topics --create --topic evening --partitions 3
scripts/lab kafka-producer-perf-test --topic evening --num-records 20000 --payload-file orders.txt --throughput -1 \
  --print-metrics --command-property acks=1 batch.size=0 linger.ms=0 |
  grep -E 'records-per-request-avg|compression-rate-avg|producer-metrics:outgoing-byte-total'
scripts/lab kafka-producer-perf-test --topic evening --num-records 20000 --payload-file orders.txt --throughput -1 \
  --print-metrics --command-property acks=1 batch.size=65536 linger.ms=20 compression.type=lz4 |
  grep -E 'records-per-request-avg|compression-rate-avg|producer-metrics:outgoing-byte-total'
rm orders.txt
# endregion

# region: run
scripts/lab run 1.7
scripts/lab cluster down
# endregion
