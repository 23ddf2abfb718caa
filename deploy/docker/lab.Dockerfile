# An image of the lab. The context is the unpacked archive of ./mvnw -Pdist package:
#   docker build --tag tasktracker-lab --file deploy/docker/lab.Dockerfile dist/target/tasktracker-0.1.0-SNAPSHOT-linux-x86_64
#   docker run --rm --network host --user "$(id -u):$(id -g)" --volume "$PWD:/results" tasktracker-lab versus before=http://localhost:8080/ after=http://localhost:8081/ --outdir /results/versus
ARG BASE_IMAGE=debian:trixie-slim
FROM ${BASE_IMAGE}
COPY . /opt/tasktracker
# PostgreSQL refuses root; whoever runs the lab has to write its state.
RUN mkdir -p /opt/tasktracker/.tasktracker /opt/tasktracker/experiments /results \
    && chmod 1777 /opt/tasktracker/.tasktracker /opt/tasktracker/experiments /results
USER 10001:10001
WORKDIR /results
ENTRYPOINT ["/opt/tasktracker/bin/tasktracker"]
