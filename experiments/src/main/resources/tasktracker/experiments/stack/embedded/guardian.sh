# Waits at standard input. "release" ends the watch; the end of the input means that the lab died,
# and then the processes listed in the file $1 are stopped, the stopped and paused ones too.
trap '' INT TERM HUP
read -r word
[ "$word" = release ] && exit 0

children() {
  cat "/proc/$1/task/$1/children" || pgrep -P "$1"
}

# A process that stands still takes its signal only once it goes on.
end() {
  kill "-$1" "$2"
  # Unquoted: one argument for each child.
  kill -CONT "$2" $(children "$2")
}

# PostgreSQL takes QUIT as "stop at once", a JVM would print its threads: so TERM for services.
while read -r pid kind _; do
  case $kind in
    SERVICE | PROXY) end TERM "$pid" ;;
    DATABASE) end QUIT "$pid" ;;
  esac
done <"$1"

tries=0
while [ "$tries" -lt 50 ]; do
  alive=no
  while read -r pid _; do
    [ "$pid" != owner ] && kill -0 "$pid" && alive=yes
  done <"$1"
  [ "$alive" = no ] && exit 0
  sleep 0.1
  tries=$((tries + 1))
done

while read -r pid _; do
  [ "$pid" != owner ] && kill -KILL "$pid" $(children "$pid")
done <"$1"
