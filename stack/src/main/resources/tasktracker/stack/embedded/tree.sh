# Sets $tree to the processes $@ and all that descend from them. Any thread of a process may have
# started others.
find_tree() {
  tree=
  while [ $# -gt 0 ]; do
    tree="$tree $*"
    found=
    for parent; do
      if [ -r "/proc/$parent/task/$parent/children" ]; then
        for list in "/proc/$parent/task"/*/children; do
          children=
          read -r children <"$list"
          found="$found $children"
        done
      else
        found="$found $(pgrep -P "$parent")"
      fi
    done
    # Unquoted: one argument for each process.
    set -- $found
  done
}

