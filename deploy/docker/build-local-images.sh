#!/bin/sh
# Makes the images where no registry can be reached: Debian by mmdebstrap, Java by jlink from the
# JDK of this machine, PostgreSQL by apt. Then ./make-env.sh lets the compose files use them.
#
#   --refresh     fetch Debian again instead of using the cached archive
#   --base-only   leave out the image of the services, which the lab makes itself
set -eu
umask 022
cd "$(dirname "$0")"
checkout=$(cd ../.. && pwd -P)
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
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

debian=$cache/debian-$release.tar
if [ "$refresh" = yes ] || [ ! -s "$debian" ]; then
  command -v mmdebstrap >/dev/null || fail "mmdebstrap is missing: apt-get install mmdebstrap"
  echo "Fetching Debian $release"
  mkdir -p "$cache"
  mmdebstrap --quiet --variant=apt --include=ca-certificates \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' "$release" "$debian.part" "$mirror" \
    || fail "cannot fetch Debian $release from $mirror: set DEBIAN_MIRROR to one that can be reached"
  mv "$debian.part" "$debian"
fi
if [ "$refresh" = yes ] || ! docker image inspect tasktracker/debian:local >/dev/null 2>&1; then
  echo "Making tasktracker/debian:local"
  docker import --change 'CMD ["bash"]' "$debian" tasktracker/debian:local >/dev/null
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
"$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.management,jdk.naming.dns \
  --strip-debug --no-header-files --no-man-pages --output "$work/jre/java" \
  || fail "jlink of $JAVA_HOME cannot make a Java runtime"
cp local-images/jre.Dockerfile "$work/jre/Dockerfile"
build tasktracker/jre:local "$work/jre"
build tasktracker/postgres:local --file local-images/postgres.Dockerfile local-images

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
