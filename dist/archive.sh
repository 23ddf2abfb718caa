#!/bin/sh
# Makes target/tasktracker-VERSION-PLATFORM.tar.gz: the lab, and a Java runtime by jlink. "./mvnw -Pdist package" runs it.
set -eu
umask 022
unset CDPATH
version=$1
checkout=$(cd "$(dirname "$0")/.." && pwd -P)
. "$checkout/.mvn/environment.sh"
. "$checkout/.mvn/find-jdk.sh"
find_jdk || { echo "archive.sh: no JDK 25 found: install one, or set JAVA_HOME" >&2; exit 3; }
. "$checkout/.mvn/runtime.sh"

name=tasktracker-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
target=$checkout/dist/target
root=$target/$name
rm -rf "$target"
mkdir -p "$root/.mvn" "$root/bin" "$root/deploy"

make_runtime "$root/runtime"
cp -R "$checkout/experiments/target/lib" "$root/lib"
cp "$checkout/tasktracker" "$root/"
ln -s ../tasktracker "$root/bin/tasktracker"
cp "$checkout/.mvn/environment.sh" "$root/.mvn/"
(cd "$checkout" && git describe --always --dirty --abbrev=12 2>/dev/null) >"$root/commit" || rm -f "$root/commit"
for part in README.md LICENSE CHANGELOG.md SECURITY.md CITATION.cff docs examples; do
  [ ! -e "$checkout/$part" ] || cp -R "$checkout/$part" "$root/"
done
cp -R "$checkout/deploy/docker" "$root/deploy/"
rm -rf "$root"/deploy/docker/*/.env "$root/deploy/docker/images.env" "$root/deploy/docker/local-images" "$root/deploy/docker/build-local-images.sh"

# What jlink leaves out: the archive of the JDK's own classes, which halves the start of a JVM.
"$root/runtime/bin/java" -XX:+UseSerialGC -Xshare:dump >/dev/null

tar -C "$target" -czf "$root.tar.gz" "$name"
echo "$root.tar.gz: $(du -k "$root.tar.gz" | awk '{ printf "%.0f", $1 / 1024 }') MiB, $(du -sk "$root" | awk '{ printf "%.0f", $1 / 1024 }') MiB unpacked"
