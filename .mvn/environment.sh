# Sourced by the scripts of this project: what a shell may bring along, or lack, does not change what they do.

# With it, "cd" may go elsewhere, and prints where.
unset CDPATH

# Services and containers may start without one.
if [ -z "${HOME:-}" ]; then
  HOME=$(eval "printf %s ~$(id -un 2>/dev/null)")
  case $HOME in
    /*) ;;
    *) HOME=${TMPDIR:-/tmp} ;;
  esac
  export HOME
fi

# The JVM reads arguments, variables and names of files in the character set of the locale, and loses what that lacks.
# Debian and newer systems have C.UTF-8; elsewhere another locale has to do.
case $(locale charmap 2>/dev/null || echo none) in
  UTF-8) ;;
  none) export LC_ALL=C.UTF-8 ;;
  *)
    utf8_locale=$(locale -a 2>/dev/null | grep -i -m 1 -E '^C\.utf-?8$' \
      || locale -a 2>/dev/null | grep -i -m 1 -E '\.utf-?8$' || :)
    [ -z "$utf8_locale" ] || export LC_ALL="$utf8_locale"
    ;;
esac
