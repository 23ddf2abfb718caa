# The PostgreSQL programs that stacks of processes run, with the settings of the official image that the
# compose files use, where that cannot be pulled. Clients are those of Debian.
FROM tasktracker/debian:local AS programs
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends xz-utils
COPY postgres.txz /
RUN mkdir /postgres && tar -C /postgres -xJf /postgres.txz

FROM tasktracker/debian:local
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/* \
    && echo 'postgres:x:999:' >>/etc/group \
    && echo 'postgres:x:999:999::/var/lib/postgresql:/bin/sh' >>/etc/passwd \
    && install -d -o postgres -g postgres -m 700 /var/lib/postgresql /var/run/postgresql \
         /usr/local/share/prepared-cluster
COPY --from=programs /postgres /usr/local/postgres
ENV PATH=/usr/local/postgres/bin:/usr/lib/postgresql/17/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    PGDATA=/var/lib/postgresql/data LANG=C.UTF-8
COPY entrypoint.sh /usr/local/bin/entrypoint.sh
VOLUME /var/lib/postgresql
USER postgres
# Half of what a database needs to start, done once.
RUN initdb --username=postgres --auth=scram-sha-256 --pwfile=/dev/stdin --encoding=UTF8 \
      --locale-provider=builtin --locale=C.UTF-8 --no-sync \
      --pgdata=/usr/local/share/prepared-cluster </proc/sys/kernel/random/uuid >/dev/null \
    && echo 'host all all all scram-sha-256' >>/usr/local/share/prepared-cluster/pg_hba.conf
STOPSIGNAL SIGINT
ENTRYPOINT ["sh", "/usr/local/bin/entrypoint.sh"]
CMD ["postgres"]
