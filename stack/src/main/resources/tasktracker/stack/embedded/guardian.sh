# Waits at standard input. "release" ends the watch; the end of the input means that the lab died.
# Then the processes listed in the file $1 and those that carry $2 in their environment, which the
# lab had no time to list, are ended, the stopped and paused ones too.
trap '' INT TERM HUP
read -r word
[ "$word" = release ] && exit 0

# A stack that has been let go may stay up.
read -r first <"$1"
[ "$first" = "owner detached" ] && exit 0

# A process that stands still takes its signal only once it goes on.
end() {
  kill "-$1" "$2"
  find_tree "$2"
  # Unquoted: one argument for each process.
  kill -CONT $tree
}

# The next lab may list its own processes in the same file by now.
listed() {
  {
    read -r owner
    [ "$owner" = "$first" ] || return 0
    while read -r pid _; do
      kill -0 "$pid" && echo "$pid"
    done
  } <"$1"
}

marked() {
  for environment in $(grep -lzxF -e "$1" /proc/[0-9]*/environ); do
    pid=${environment#/proc/}
    echo "${pid%/environ}"
  done
}

# Children that outlive their parent stay in the session that it began. The name of a process, in
# brackets, may hold brackets itself.
session() {
  sed -n "s/^\([0-9]*\) .*) [A-Z] [0-9]* [0-9]* $1 .*/\1/p" /proc/[0-9]*/stat
}

# PostgreSQL takes QUIT as "stop at once", a JVM would print its threads: so TERM for services.
roots=
while read -r pid kind _; do
  case $kind in
    SERVICE | PROXY | DATABASE) roots="$roots $pid" ;;
  esac
  case $kind in
    SERVICE | PROXY) end TERM "$pid" ;;
    DATABASE) end QUIT "$pid" ;;
  esac
done <"$1"

# What the lab was starting when it died appears within moments.
tries=0
quiet=0
while [ "$tries" -lt 50 ] && [ "$quiet" -lt 10 ]; do
  new=$(marked "$2")
  for pid in $new; do
    end TERM "$pid"
  done
  if [ -z "$new$(listed "$1")" ]; then
    quiet=$((quiet + 1))
  else
    quiet=0
  fi
  sleep 0.1
  tries=$((tries + 1))
done

find_tree $(listed "$1") $(marked "$2")
kill -KILL $tree
for root in $roots; do
  # Unquoted: one argument for each process that is left.
  kill -KILL $(session "$root")
done
