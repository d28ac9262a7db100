#!/usr/bin/env bash
# Tutorial 02, to be played line by line from the root of the repository.
set -eu

# region: topic
scripts/lab kafka-topics --create --topic orders --partitions 3
# endregion

# region: build
mvn -q -pl :week-01 compile dependency:build-classpath -Dmdep.outputFile=target/classpath
week1() { java -cp "week-01-fundamentals/target/classes:$(cat week-01-fundamentals/target/classpath)" "io.kafkamastery.week01.$1"; }
# endregion

# region: produce
week1 tutorial.FirstProducer
# endregion

# region: look
scripts/lab kafka-console-consumer --topic orders --from-beginning --max-messages 3 \
  --formatter-property print.key=true --formatter-property print.partition=true --formatter-property print.offset=true
# endregion

# region: consume
week1 tutorial.FirstConsumer
# endregion

# region: group
scripts/lab kafka-consumer-groups --describe --group kitchen
# endregion

# region: again
week1 tutorial.FirstProducer
week1 tutorial.FirstConsumer
# endregion

# region: clean
scripts/lab kafka-consumer-groups --delete --group kitchen
scripts/lab kafka-topics --delete --topic orders
# endregion
