# Lets the processes $4… and their children stand still for $2 seconds, go on for $3 seconds, and
# so on, until the process $1 or one of them has ended, or this is killed.
owner=$1
still=$2
moving=$3
shift 3

signal() {
  for root; do
    children=
    if [ -r "/proc/$root/task/$root/children" ]; then
      read -r children <"/proc/$root/task/$root/children"
    else
      children=$(pgrep -P "$root")
    fi
    kill "-$sign" "$root" || ended=yes
    # Unquoted: one argument for each child.
    [ -z "$children" ] || kill "-$sign" $children
  done
}

ended=no
while [ "$ended" = no ] && kill -0 "$owner"; do
  sign=STOP
  signal "$@"
  sleep "$still"
  sign=CONT
  signal "$@"
  sleep "$moving"
done
sign=CONT
signal "$@"
