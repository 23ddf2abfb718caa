#!/usr/bin/env bash
# A container engine for continuous integration on a fresh Debian 12 without systemd and without a
# registry: sourced by .ci/run, or run by hand with "start" or "stop".
#
#   start_engine   installs Docker Engine and Compose, starts the daemon and makes the base images
#   stop_engine    stops the daemon that start_engine started

engine_work=${engine_work:-/tmp/tasktracker-engine}

start_engine() {
  mkdir -p "$engine_work"
  if ! type -P dockerd mmdebstrap iptables >/dev/null; then
    apt-get update -qq
    # A client that is there already stays in front of Debian's.
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
      docker.io iptables mmdebstrap >/dev/null
  fi
  if ! docker info >/dev/null 2>&1; then
    # Without the proxy of userland, loopback traffic costs what it costs in the kernel.
    setsid dockerd --userland-proxy=false --pidfile "$engine_work/dockerd.pid" \
      >"$engine_work/dockerd.log" 2>&1 &
    for _ in $(seq 100); do
      docker info >/dev/null 2>&1 && break
      sleep 0.2
    done
    docker info >/dev/null || { tail "$engine_work/dockerd.log" >&2; return 1; }
  fi
  docker compose version >/dev/null 2>&1 || install_compose
  "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../deploy/docker/build-local-images.sh" --base-only
}

# Debian 12 has Compose 1 alone. The plug-in of Debian 13 needs nothing but libc.
install_compose() {
  local state=$engine_work/trixie
  mkdir -p "$state"/{lists/partial,cache/archives/partial,unpacked}
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${DEBIAN_MIRROR:-http://deb.debian.org/debian} trixie main" >"$state/sources.list"
  local options=(
    -o Dir::State::lists="$state/lists" -o Dir::Cache="$state/cache"
    -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o APT::Sandbox::User=root
  )
  (
    cd "$state"
    apt-get "${options[@]}" -qq update
    # Half a package of an interrupted run would be unpacked before the whole one.
    rm -f docker-compose_*.deb
    apt-get "${options[@]}" -qq download docker-compose
    dpkg -x docker-compose_*.deb unpacked
  )
  install -D -t "${DOCKER_CONFIG:-$HOME/.docker}/cli-plugins" \
    "$state/unpacked/usr/libexec/docker/cli-plugins/docker-compose"
}

stop_engine() {
  [ -s "$engine_work/dockerd.pid" ] || return 0
  local pid
  pid=$(cat "$engine_work/dockerd.pid")
  kill "$pid" 2>/dev/null || :
  for _ in $(seq 50); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  rm -f "$engine_work/dockerd.pid"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  . "$(dirname "$(readlink -f "$0")")/../.mvn/environment.sh"
  case ${1-} in
    start) start_engine ;;
    stop) stop_engine ;;
    *) echo "usage: $0 start|stop" >&2; exit 2 ;;
  esac
fi
