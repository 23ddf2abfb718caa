# PostgreSQL 17 of Debian with the settings of the official image that the compose files use, where
# postgres:17 cannot be pulled.
FROM tasktracker/debian:local
RUN mkdir -p /etc/postgresql-common \
    && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf \
    && apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql-17 \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o postgres -g postgres -m 700 /var/lib/postgresql/data \
    && install -d -o postgres -g postgres /var/run/postgresql
ENV PATH=/usr/lib/postgresql/17/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    PGDATA=/var/lib/postgresql/data LANG=C.UTF-8
COPY entrypoint.sh /usr/local/bin/entrypoint.sh
VOLUME /var/lib/postgresql/data
USER postgres
# Half of what a database needs to start, done once.
RUN initdb --username=postgres --auth=scram-sha-256 --pwfile=/dev/stdin --encoding=UTF8 --no-sync \
      --pgdata=/var/lib/postgresql/prepared </proc/sys/kernel/random/uuid >/dev/null \
    && echo 'host all all all scram-sha-256' >>/var/lib/postgresql/prepared/pg_hba.conf
STOPSIGNAL SIGINT
ENTRYPOINT ["sh", "/usr/local/bin/entrypoint.sh"]
CMD ["postgres"]
