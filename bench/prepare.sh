# Sourced by the benches, which name the $programs that they need: builds the lab and the bench, and leaves
# $JAVA_HOME, $classpath and the limit of open files ready.
unset CDPATH
home=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd -P)
. "$home/.mvn/environment.sh"
. "$home/.mvn/find-jdk.sh"

fail() {
  echo "bench/$(basename "$0"): $*" >&2
  exit 3
}

PATH=$PATH:/usr/sbin
for program in $programs; do
  type -P "$program" >/dev/null || fail "$program is missing (bench/README.md says what to install)"
done
[ "$(nproc --all)" -ge 2 ] || fail "two CPUs are needed, one for the server and one for the generator"
"$home/tasktracker" --version >/dev/null
find_jdk
classes=$home/bench/target/classes
classpath=$classes:$home/experiments/target/lib/*
mkdir -p "$classes"
"$JAVA_HOME/bin/javac" -proc:none -cp "$home/experiments/target/lib/*" -d "$classes" "$home"/bench/src/*.java \
  || fail "the classes of bench/src do not compile"
# Ten thousand connections need as many files; what the system allows has to do.
ulimit -n "$(ulimit -H -n)"
