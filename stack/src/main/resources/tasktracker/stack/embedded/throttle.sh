# Lets the processes $4… and all that descend from them stand still for $2 seconds, go on for $3
# seconds, and so on, until the process $1 or one of them has ended, or this is killed.
owner=$1
still=$2
moving=$3
shift 3

# The roots first, so that they start no more meanwhile.
stop() {
  for root; do
    kill -STOP "$root" || ended=yes
  done
  find_tree "$@"
  kill -STOP $tree
}

tree=$*
ended=no
while [ "$ended" = no ] && kill -0 "$owner"; do
  stop "$@"
  sleep "$still"
  kill -CONT $tree
  sleep "$moving"
done
kill -CONT $tree
