# Sourced by scripts that have found a JDK: "make_runtime FOLDER" makes a Java runtime of all that the lab and the services use.

make_runtime() {
  "$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported \
    --strip-debug --no-header-files --no-man-pages --output "$1"
}
