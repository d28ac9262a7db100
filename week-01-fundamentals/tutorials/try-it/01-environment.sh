#!/usr/bin/env bash
# Tutorial 01, to be played line by line from the root of the repository.
set -eu

# region: versions
java -version
mvn -version
# endregion

# region: setup
scripts/setup-env.sh
# endregion

# region: week
mvn test -pl :week-01
# endregion

# region: first-lab
mvn test -pl :week-01 -Dtest=ClusterTourLabTest
# endregion

# region: cluster-up
scripts/lab cluster up
scripts/lab cluster status
# endregion

# region: compose-up
docker compose -f docker/compose.yaml up -d --wait
# endregion

# region: hello
scripts/lab kafka-topics --create --topic hello --partitions 1
echo "is anybody there?" | scripts/lab kafka-console-producer --topic hello
scripts/lab kafka-console-consumer --topic hello --from-beginning --max-messages 1
scripts/lab kafka-topics --delete --topic hello
# endregion

# region: inside
docker compose -f docker/compose.yaml exec kafka \
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server localhost:9092 --list
# endregion

# region: cluster-down
scripts/lab cluster down
# endregion

# region: compose-down
docker compose -f docker/compose.yaml down
# endregion
