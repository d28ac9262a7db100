#!/usr/bin/env bash
# Proves both stacks with real containers, for CI and for whoever changes them:
#
#   docker/check.sh              both; docker/check.sh single or docker/check.sh cluster: one of them
#
# One broker: the commands of docker/README.md; a record sent and read through the published port; still there after
# the containers were replaced. Three brokers: a quorum, and an unbroken stream of orders with acks=all while the
# active controller and then a broker that leads a partition are killed. Every order must be readable, each one once.
#
# It runs beside your own stack: its project names and ports are others (LAB_KAFKA_PORT, _2, _3, LAB_UI_PORT move them;
# CHECK_PROJECT renames). It takes at most CHECK_SECONDS, and removes its containers and volumes however it ends.
# Without Docker, Compose or the image it says so and succeeds; with CHECK_REQUIRED=true it fails.
# The clients stand outside, on the host's network: this needs Linux.
set -Eeuo pipefail
cd "$(dirname "$0")/.."

if [[ -z ${CHECK_BOUNDED-} ]]; then
  CHECK_BOUNDED=yes exec timeout --kill-after=60 "${CHECK_SECONDS:-1200}" "$BASH" "docker/$(basename "$0")" "$@"
fi

readonly what=${1:-both}
readonly project=${CHECK_PROJECT:-kafka-mastery-check}
readonly step_seconds=180
export LAB_KAFKA_PORT=${LAB_KAFKA_PORT:-30092} LAB_KAFKA_PORT_2=${LAB_KAFKA_PORT_2:-30094}
export LAB_KAFKA_PORT_3=${LAB_KAFKA_PORT_3:-30096} LAB_UI_PORT=${LAB_UI_PORT:-30080}
image=$(sed -n 's/^ *image: \(apache\/kafka:.*\)/\1/p' docker/compose.yaml)
ui_image=$(sed -n 's/^ *image: \(.*kafka-ui:.*\)/\1/p' docker/compose.yaml)
readonly image ui_image
scratch=$(mktemp -d)
readonly scratch

say() { printf '%4d s  %s\n' "$SECONDS" "$*"; }

fail() {
  say "FAILED: $*"
  exit 1
}

skip() {
  echo "The stacks were not checked: $*"
  [[ ${CHECK_REQUIRED-} == true ]] && exit 1
  exit 0
}

# Waits until a command succeeds: await "what is awaited" command…
await() {
  local awaited=$1 deadline=$((SECONDS + step_seconds))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || fail "not within $step_seconds s: $awaited"
    sleep 0.5
  done
}

# Points `docker compose` at one of the two stacks.
choose() {
  export COMPOSE_FILE=docker/$1 COMPOSE_PROJECT_NAME=$2
  if [[ -n $stand_in ]]; then
    [[ -s $scratch/$1 ]] || start_stand_in >"$scratch/$1"
    COMPOSE_FILE+=:$scratch/$1
  fi
}

# The published image puts up with a volume that is formatted already, which is what lets a container come back.
# Machines that reach no registry have a stand-in that gives up there. This lets it go on.
start_stand_in() {
  local service
  echo "services:"
  for service in $(docker compose config --services | grep --invert-match '^ui$'); do
    printf "  %s:\n    command: [bash, -c, 'exec bash <(sed /^set.-e/d /etc/kafka/docker/run)']\n" "$service"
  done
}

remove() {
  docker compose down --volumes --timeout 5 >>"$scratch/compose.log" 2>&1
}

show_evidence() {
  docker compose ps --all
  docker compose logs --no-color --tail 200 2>&1 | grep -E ' (WARN|ERROR) ' | tail -n 20
  grep -v '^[[:space:]]*at ' "$scratch/client.log" | tail -n 20
}

cleanup() {
  local status=$?
  trap - EXIT ERR
  if ((status == 1)); then show_evidence || true; fi
  touch "$scratch/stop"
  docker rm --force "$project-producer" >/dev/null 2>&1 || true
  choose compose.yaml "$project"
  remove || true
  choose compose.cluster.yaml "$project-cluster"
  remove || true
  rm -rf "$scratch"
  exit "$status"
}

# Starts the stack, with the web page if its image is here.
up() {
  local services=()
  if ! docker image inspect "$ui_image" >/dev/null 2>&1; then
    read -ra services <<<"$(docker compose config --services | grep --invert-match '^ui$' | tr '\n' ' ')"
    say "without the web page: $ui_image is not here"
  fi
  docker compose up --detach --wait --wait-timeout "$step_seconds" ${services[@]+"${services[@]}"} \
    >>"$scratch/compose.log" 2>&1 || fail "$COMPOSE_FILE did not become healthy"
  say "up and healthy: $COMPOSE_FILE"
}

# Plays commands of the README, word for word: play file region…
play() {
  local file=docker/$1 region
  shift
  for region in "$@"; do
    sed -n "/^# region: $region\$/,/^# endregion/p" "$file" >"$scratch/region"
    [[ -s $scratch/region ]] || fail "$file has no region $region"
    cat "$scratch/region" >>"$scratch/play.$$"
  done
  "$BASH" -euo pipefail "$scratch/play.$$" 2>>"$scratch/client.log" || fail "$file: $*"
  rm "$scratch/play.$$"
}

# One of Kafka's tools, as a client outside of the stack that comes in through the published ports.
client() {
  local tool=$1
  shift
  docker run --rm --interactive --network host ${client_name:+--name "$client_name"} "$image" \
    "/opt/kafka/bin/kafka-$tool.sh" --bootstrap-server "$bootstrap" "$@" 2>>"$scratch/client.log"
}

payment_is_readable() {
  client console-consumer --topic payments --from-beginning --max-messages 1 | grep -x paid-through-the-port >/dev/null
}

check_single() {
  choose compose.yaml "$project"
  local bootstrap=localhost:$LAB_KAFKA_PORT
  up
  play try-it.sh tool topic send read >"$scratch/out"
  grep -q 'customer-3.*flat white' "$scratch/out" || fail "the README's commands did not read the order back"
  say "the README's commands work"

  client topics --create --topic payments --partitions 3 >>"$scratch/client.log"
  echo paid-through-the-port | client console-producer --topic payments
  payment_is_readable || fail "what was sent through port $LAB_KAFKA_PORT could not be read there"
  say "sent and read through port $LAB_KAFKA_PORT"

  docker compose down >>"$scratch/compose.log" 2>&1
  up
  payment_is_readable || fail "the record did not outlive its container: is the volume in use?"
  say "still there in a new container"
  remove
}

# The node id of the active controller, or nothing while there is none.
active_controller() {
  client metadata-quorum describe --status | awk '$1 == "LeaderId:" && $2 > 0 { print $2 }'
}

has_other_active_controller() {
  local now
  now=$(active_controller) || return 1
  [[ -n $now && $now != "$1" ]]
}

leader_of_first_partition() {
  client topics --describe --topic stream | sed -n 's/.*Partition: 0.*Leader: \([0-9]*\).*/\1/p'
}

has_no_leader_on() {
  local topics
  topics=$(client topics --describe --topic stream) || return 1
  [[ $topics == *Leader:* && $topics != *"Leader: none"* ]] && ! grep -q "Leader: $1[^0-9]" <<<"$topics"
}

is_fully_replicated() {
  local topics
  topics=$(client topics --describe --under-replicated-partitions) || return 1
  [[ $topics != *Partition:* ]]
}

# Sends one order after the other, with acks=all, until told to stop; then notes how many there were.
stream_orders() {
  local sent=0
  {
    while [[ ! -e $scratch/stop ]]; do
      echo "order-$((++sent))"
      sleep 0.05
    done
    echo "$sent" >"$scratch/sent"
  } | client_name=$project-producer client console-producer --topic stream --command-property acks=all \
    --message-send-max-retries 2147483647
}

check_cluster() {
  choose compose.cluster.yaml "$project-cluster"
  local bootstrap=localhost:$LAB_KAFKA_PORT,localhost:$LAB_KAFKA_PORT_2,localhost:$LAB_KAFKA_PORT_3
  local client_name='' producer active leader sent
  up
  active=$(active_controller)
  [[ $active == 10[123] ]] || fail "no active controller, but: $active"
  say "quorum elected: controller $active is active"

  play try-it-cluster.sh tool quorum topic kill-controller kill-broker send >"$scratch/out"
  grep -q '^flat white$' "$scratch/out" || fail "the README's commands did not read the order back"
  say "the README's commands work, with a controller and a broker killed"
  up
  await "all replicas in sync again" is_fully_replicated

  active=$(active_controller)
  client topics --create --topic stream --partitions 6 >>"$scratch/client.log"
  await "every partition on three brokers" is_fully_replicated
  client configs --describe --all --entity-type topics --entity-name stream >"$scratch/out"
  grep -q ' min.insync.replicas=2 ' "$scratch/out" || fail "a topic should need two replicas in sync"
  stream_orders >>"$scratch/client.log" &
  producer=$!

  docker compose kill "controller-$((active - 100))" >>"$scratch/compose.log" 2>&1
  say "killed the active controller"
  await "another active controller" has_other_active_controller "$active"
  client topics --create --topic decided-without-controller-"$active" >>"$scratch/client.log"
  say "controller $(active_controller) took over, and decides"
  up

  leader=$(leader_of_first_partition)
  docker compose kill "kafka-$leader" >>"$scratch/compose.log" 2>&1
  say "killed broker $leader, leader of stream-0"
  await "leaders on the other brokers" has_no_leader_on "$leader"
  echo order-with-a-broker-down | client console-producer --topic stream --command-property acks=all
  say "others lead its partitions"
  up
  await "all replicas in sync again" is_fully_replicated
  say "broker $leader is back in sync"

  touch "$scratch/stop"
  wait "$producer" || fail "the producer gave up"
  client console-consumer --topic stream --from-beginning --timeout-ms 20000 | grep '^order-' | sort >"$scratch/read" \
    || true
  sent=$(<"$scratch/sent")
  { seq -f 'order-%.0f' "$sent"; echo order-with-a-broker-down; } | sort | diff - "$scratch/read" >"$scratch/diff" \
    || fail "of $sent orders some are lost (<) or doubled (>): $(head -20 "$scratch/diff")"
  say "$sent orders sent meanwhile with acks=all: all readable, each one once"
  remove
}

[[ $what =~ ^(both|single|cluster)$ ]] || { echo "usage: docker/check.sh [both | single | cluster]" >&2; exit 2; }
docker info >/dev/null 2>&1 || skip "no Docker engine answers"
docker compose version >/dev/null 2>&1 || skip "there is no Docker Compose v2"
docker image inspect "$image" >/dev/null 2>&1 || skip "$image is not here; get it with: docker pull $image"
stand_in=$(docker run --rm "$image" grep -qs 'already formatted' /etc/kafka/docker/launch || echo yes)
readonly stand_in
[[ -z $stand_in ]] || say "$image is not the published image, but a stand-in"
trap cleanup EXIT
trap 'say "FAILED: $BASH_COMMAND"' ERR
trap 'exit 143' TERM
trap 'exit 130' INT

if [[ $what != cluster ]]; then check_single; fi
if [[ $what != single ]]; then check_cluster; fi
say "done"
