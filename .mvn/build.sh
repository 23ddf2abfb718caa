# Sourced by tasktracker in a checkout: finds a JDK 25, builds on first use and after changes, and sets lib, the folder of the jars.

. "$home/.mvn/find-jdk.sh"
if ! find_jdk; then
  cat >&2 <<'END'
tasktracker: no JDK 25 found (looked at JAVA_HOME, PATH and the usual folders).
Install one and run this again:
  Debian, Ubuntu   apt-get install temurin-25-jdk   (https://adoptium.net/installation/linux)
  macOS            brew install openjdk@25
  anywhere         https://adoptium.net/temurin/releases/?version=25, then set JAVA_HOME
END
  exit 3
fi

lib=$home/experiments/target/lib
built=$home/experiments/target/built
changed() {
  [ ! -f "$lib/tasktracker-experiments.jar" ] || [ ! -f "$built" ] || [ -n "$(find "$home/pom.xml" \
    "$home/app" "$home/load" "$home/analysis" "$home/results" "$home/report" "$home/stack" "$home/ui" "$home/experiments" \
    \( -name results -o -name plots -o -name target -o -path '*/src/test' \) -prune -o \
    -type f \( -name '*.java' -o -name pom.xml -o -path '*/src/main/resources/*' \) \
    -newer "$built" -print 2>/dev/null | head -n 1)" ]
}
if changed; then
  log=$home/.tasktracker/build.log
  begun=$home/.tasktracker/build.begun
  refusal=$( (mkdir -p "$home/.tasktracker" && : >"$begun" && : >"$log") 2>&1) || {
    echo "tasktracker: the lab has to be built, but $home cannot be written: $(printf %s "$refusal" | sed 's/.*: //')" >&2
    exit 3
  }
  echo "Building (once; with an empty Maven cache it takes a minute or two)" >&2
  {
    (cd "$home" && ./mvnw --batch-mode -Dquick -pl experiments -am package 2>&1) && echo "BUILD DONE" || :
  } | tee "$log" | sed -n 's/^\[INFO\] Building \(.*\) [^ ]* *\[\([0-9/]*\)\]$/  \2 \1/p' >&2
  if [ "$(tail -n 1 "$log")" != "BUILD DONE" ]; then
    grep -E '^\[ERROR\]|^Error|rror:' "$log" | head -n 20 >&2 || :
    echo "tasktracker: the build failed; all of its output is in $log" >&2
    exit 3
  fi
  mv "$begun" "$built"
fi
