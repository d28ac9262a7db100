#!/usr/bin/env bash
# One broker in Docker, to be played line by line from the root of the repository. docker/README.md explains it.
set -eu

# region: up
export COMPOSE_FILE=docker/compose.yaml
docker compose up --detach --wait
# endregion

# region: tool
kafka() { docker compose exec -T kafka "/opt/kafka/bin/kafka-$1.sh" --bootstrap-server kafka:19092 "${@:2}"; }
# endregion

# region: topic
kafka topics --create --topic orders --partitions 3
kafka topics --describe --topic orders
# endregion

# region: send
echo 'customer-3:flat white' | kafka console-producer --topic orders \
  --reader-property parse.key=true --reader-property key.separator=:
# endregion

# region: read
kafka console-consumer --topic orders --from-beginning --max-messages 1 \
  --formatter-property print.key=true --formatter-property print.partition=true
# endregion

# region: stop
docker compose down
# endregion

# region: forget
docker compose down --volumes
# endregion
