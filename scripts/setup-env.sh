#!/usr/bin/env bash
# Is this machine ready for the course? One line for each thing: OK, or MISSING and what to do.
# Ends with 1 if the labs could not run. Docker and free ports are welcome, but the labs can do without.
# Runs on macOS and Linux, with bash 3.2 or newer.
set -u

readonly kafka_image=apache/kafka:4.3.1
readonly needed_java=17 needed_maven=3.8.6
readonly needed_memory_mib=2048 needed_disk_mib=2048 docker_memory_mib=3072
can_run=yes

ok() { printf 'OK      %s\n' "$1"; }

# missing "what" "what to do": the labs need it.
missing() {
  can_run=no
  printf 'MISSING %s: %s\n' "$1" "$2"
}

# optional "what" "what to do": the labs can do without it.
optional() { printf 'MISSING %s (optional): %s\n' "$1" "$2"; }

has() { command -v "$1" >/dev/null 2>&1; }

# at_least 3.9.11 3.8.6: compares versions by their first three numbers.
at_least() {
  local have need i
  IFS=.- read -r -a have <<<"$1"
  IFS=.- read -r -a need <<<"$2"
  for i in 0 1 2; do
    if ((10#${have[i]:-0} > 10#${need[i]:-0})); then return 0; fi
    if ((10#${have[i]:-0} < 10#${need[i]:-0})); then return 1; fi
  done
}

# Runs a command, but not for longer than some seconds: an engine far away may never answer.
within() {
  local seconds=$1 deadline pid
  shift
  "$@" 2>/dev/null &
  pid=$!
  deadline=$((SECONDS + seconds))
  while kill -0 "$pid" 2>/dev/null; do
    if ((SECONDS >= deadline)); then
      kill "$pid" 2>/dev/null
      wait "$pid" 2>/dev/null
      return 124
    fi
    sleep 0.1
  done
  wait "$pid"
}

# install_with brew-package apt-package dnf-package
install_with() {
  if has brew; then
    echo "brew install $1"
  elif has apt-get; then
    echo "sudo apt-get install $2"
  elif has dnf; then
    echo "sudo dnf install $3"
  else
    echo "install it"
  fi
}

# The Java that counts is the one that Maven runs on, so Maven is asked for both.
check_java_and_maven() {
  local answer maven java home
  if ! has mvn; then
    missing "Maven" "$(install_with maven maven maven)"
    check_java_alone
    return
  fi
  if ! answer=$(mvn -version 2>&1); then
    missing "Maven that starts" "set JAVA_HOME to a JDK; try mvn -version"
    check_java_alone
    return
  fi
  maven=$(sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' <<<"$answer" | head -n 1)
  java=$(sed -n 's/^Java version: \([0-9][0-9.]*\).*/\1/p' <<<"$answer" | head -n 1)
  home=$(sed -n 's/^Java version:.*runtime: \(.*\)$/\1/p' <<<"$answer" | head -n 1)
  if at_least "${maven:-0}" "$needed_maven"; then
    ok "Maven $maven"
  else
    missing "Maven $needed_maven (found ${maven:-none})" "update it"
  fi
  if ! at_least "${java:-0}" "$needed_java"; then
    missing "Java $needed_java for Maven (found ${java:-none})" "set JAVA_HOME to a JDK $needed_java"
  elif [ -n "$home" ] && [ ! -x "$home/bin/javac" ]; then
    missing "a compiler for Java" "install a JDK; Maven runs on a JRE"
  else
    ok "Java $java, which Maven runs on"
  fi
}

check_java_alone() {
  local java
  java=$(java -version 2>&1 | sed -n 's/.* version "\([0-9][0-9.]*\).*/\1/p' | head -n 1)
  if at_least "${java:-0}" "$needed_java"; then
    ok "Java $java"
  else
    missing "Java $needed_java" "$(install_with openjdk@17 openjdk-17-jdk java-17-openjdk-devel)"
  fi
}

# Free memory on Linux, all memory on macOS, which gives it away more freely.
memory_mib() {
  if [ -r /proc/meminfo ]; then
    awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo
  else
    sysctl -n hw.memsize 2>/dev/null | awk '{ print int($1 / 1048576) }'
  fi
}

check_memory() {
  local mib
  mib=$(memory_mib)
  if [ -z "$mib" ]; then
    optional "a way to see the memory" "make sure that 2 GB are free"
  elif [ "$mib" -lt "$needed_memory_mib" ]; then
    missing "memory (2 GB; found $mib MB)" "close something large"
  else
    ok "memory: $mib MB"
  fi
}

# check_disk "what for" folder "what to do"
check_disk() {
  local mib
  mib=$(df -Pk "$2" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "${mib:-0}" -lt "$needed_disk_mib" ]; then
    missing "disk for $1 (2 GB; found ${mib:-0} MB)" "$3"
  else
    ok "disk for $1: $mib MB"
  fi
}

# Sends Kafka's smallest request (ApiVersions), numbered 1; the answer starts with its size and that number.
kafka_answers() {
  exec 3<>"/dev/tcp/localhost/$1"
  printf '\0\0\0\12\0\22\0\0\0\0\0\1\377\377' >&3
  [[ $(head -c 8 <&3 | od -An -tx1 | tr -d ' \n') == *00000001 ]]
}

# The tests pick free ports by themselves. These are for a cluster of your own: scripts/lab cluster up, or Docker.
# check_port number "what for"
check_port() {
  if ! (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null; then
    ok "port $1 is free, $2"
  elif within 2 kafka_answers "$1"; then
    ok "port $1: a Kafka broker answers there already"
  else
    optional "port $1, $2" "stop what uses it"
  fi
}

check_docker() {
  local engine compose mib
  if ! has docker; then
    optional "Docker" "no need; brokers run as processes"
    return
  fi
  engine=$(within 10 docker info --format '{{.ServerVersion}}')
  if [ -z "$engine" ]; then
    optional "Docker engine" "start Docker; docker info says if it answers"
    return
  fi
  ok "Docker engine $engine"

  mib=$(within 10 docker info --format '{{.MemTotal}}' | awk '{ print int($1 / 1048576) }')
  if [ "${mib:-0}" -lt "$docker_memory_mib" ]; then
    optional "memory for Docker (3 GB; found ${mib:-0} MB)" "raise it in its settings"
  else
    ok "Docker memory: $mib MB"
  fi

  compose=$(within 10 docker compose version --short)
  if at_least "$(sed 's/^v//; s/[^0-9.].*//' <<<"$compose")" 2.1.1; then
    ok "Docker Compose $compose"
  else
    optional "Docker Compose 2" "install Docker's compose plugin"
  fi

  if within 10 docker image inspect "$kafka_image" >/dev/null; then
    ok "image $kafka_image"
  else
    optional "image $kafka_image" "docker pull $kafka_image"
  fi
}

check_java_and_maven
check_memory
check_disk "Maven's downloads" "$HOME" "free some"
check_disk "brokers" "${TMPDIR:-/tmp}" "free some, or set TMPDIR"
check_port 9092 "for your own broker"
check_port 9094 "for a second one"
check_port 9096 "for a third one"
check_port 8080 "for the web page"
check_docker

echo
if [ "$can_run" = yes ]; then
  echo "The labs can run. Next: mvn test -pl :week-01"
else
  echo "The labs cannot run yet. Do what is said above, and run this again."
  exit 1
fi
