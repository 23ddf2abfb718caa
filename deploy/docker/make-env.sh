#!/bin/sh
# Writes .env beside the compose files: random secrets, and the names of the images that
# build-local-images.sh made. What an .env says already stays, except for those names.
set -eu
unset CDPATH
cd "$(dirname "$(readlink -f "$0" 2>/dev/null || echo "$0")")"
umask 077

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

for project in monolith microservices; do
  env=$project/.env
  {
    if [ -e "$env" ]; then
      grep -v '^[A-Z]*_IMAGE=' "$env" || :
    else
      echo "COMPOSE_PROJECT_NAME=tasktracker-$project"
      echo "POSTGRES_PASSWORD=$(random)"
      echo "JWT_SECRET=$(random)"
    fi
    [ ! -e images.env ] || cat images.env
  } >"$env.next"
  mv "$env.next" "$env"
  echo "deploy/docker/$env is written"
done
