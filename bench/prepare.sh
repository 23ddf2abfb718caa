# Sourced by the benches: builds what they need, leaves $JAVA_HOME, $classpath and the limit of open files ready.
home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/.mvn/find-jdk.sh"
"$home/tasktracker" --version >/dev/null
find_jdk
classes=$home/bench/target/classes
classpath=$classes:$home/experiments/target/lib/*
mkdir -p "$classes"
"$JAVA_HOME/bin/javac" -proc:none -cp "$home/experiments/target/lib/*" -d "$classes" "$home"/bench/src/*.java
# Ten thousand connections need as many files; what the system allows has to do.
ulimit -n "$(ulimit -H -n)"
