#!/usr/bin/env bash
# Lab 1.5, to be played line by line from the root of the repository.
set -eu

# region: send
scripts/lab cluster up
scripts/lab kafka-topics --create --topic readings
scripts/lab kafka-topics --create --topic readings-json
scripts/lab run 1.5
# endregion

# region: look
scripts/lab kafka-console-consumer --topic readings-json --from-beginning --max-messages 1
scripts/lab kafka-console-consumer --topic readings --from-beginning --max-messages 1
scripts/lab kafka-console-consumer --topic readings --from-beginning --max-messages 1 --value-deserializer org.apache.kafka.common.serialization.BytesDeserializer
# endregion

# region: end
scripts/lab cluster down
# endregion
