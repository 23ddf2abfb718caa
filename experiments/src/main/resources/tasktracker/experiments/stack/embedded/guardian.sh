# Waits at standard input. "release" ends the watch; the end of the input means that the lab died,
# and then the processes listed in the file $1 are stopped.
trap '' INT TERM HUP
read -r word
[ "$word" = release ] && exit 0

# PostgreSQL takes QUIT as "stop at once", a JVM would print its threads: so TERM for services.
while read -r pid kind _; do
  case $kind in
    SERVICE) kill -TERM "$pid"; kill -CONT "$pid" ;;
    DATABASE) kill -QUIT "$pid"; kill -CONT "$pid" ;;
  esac
done <"$1"

tries=0
while [ "$tries" -lt 50 ]; do
  alive=no
  while read -r pid kind _; do
    [ "$kind" != "${kind#[SD]}" ] && kill -0 "$pid" && alive=yes
  done <"$1"
  [ "$alive" = no ] && exit 0
  sleep 0.1
  tries=$((tries + 1))
done

while read -r pid kind _; do
  [ "$kind" != "${kind#[SD]}" ] && kill -KILL "$pid"
done <"$1"
