#!/usr/bin/env bash
# Three brokers and three controllers in Docker, to be played line by line from the root of the repository.
# docker/README.md explains it.
set -eu

# region: up
export COMPOSE_FILE=docker/compose.cluster.yaml
docker compose up --detach --wait
# endregion

# region: tool
kafka() {
  docker compose exec -T kafka-1 "/opt/kafka/bin/kafka-$1.sh" --bootstrap-server kafka-1:19092,kafka-3:19092 "${@:2}"
}
# endregion

# region: quorum
kafka metadata-quorum describe --status
# endregion

# region: topic
kafka topics --create --topic orders --partitions 3
kafka topics --describe --topic orders
# endregion

# region: kill-controller
active=$(kafka metadata-quorum describe --status | awk '$1 == "LeaderId:" { print $2 - 100 }')
docker compose kill "controller-$active"
kafka metadata-quorum describe --status | grep Leader
# endregion

# region: kill-broker
docker compose kill kafka-2
while kafka topics --describe --topic orders | grep 'Leader: 2'; do :; done
kafka topics --describe --topic orders
# endregion

# region: send
echo 'customer-3:flat white' | kafka console-producer --topic orders --command-property acks=all \
  --reader-property parse.key=true --reader-property key.separator=:
kafka console-consumer --topic orders --from-beginning --max-messages 1
# endregion

# region: back
docker compose up --detach --wait
kafka topics --describe --topic orders
# endregion

# region: forget
docker compose down --volumes
# endregion
