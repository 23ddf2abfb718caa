# A Java runtime that jlink made, where eclipse-temurin cannot be pulled.
FROM tasktracker/debian:local
COPY java /opt/java
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# What jlink leaves out: the archive of the JDK's own classes, which halves the start of a JVM.
RUN java -Xshare:dump >/dev/null
