# Makes the cluster and the database of POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB once, from
# the cluster that came with the image, then becomes the command.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  : "${POSTGRES_PASSWORD:?give a password}"
  user=${POSTGRES_USER:-postgres}
  database=${POSTGRES_DB:-$user}
  mkdir -p -m 700 "$PGDATA"
  cp -a /usr/local/share/prepared-cluster/. "$PGDATA"
  # A server in single-user mode: nobody can connect before the database is there.
  {
    [ "$user" = postgres ] || echo "CREATE ROLE $user SUPERUSER LOGIN"
    echo "ALTER ROLE $user PASSWORD '$(printf %s "$POSTGRES_PASSWORD" | sed "s/'/''/g")'"
    [ "$database" = postgres ] || echo "CREATE DATABASE $database OWNER $user"
  } | postgres --single -D "$PGDATA" postgres >/dev/null
fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql
