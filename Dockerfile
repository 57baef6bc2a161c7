# The server build: without the embedded database, on a Java 25 runtime, as a user without rights.
# docker compose builds it; nothing but this directory is needed.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp -Pserver dependency:go-offline
COPY src src
RUN ./mvnw -B -ntp -Pserver -DskipTests package \
    && java -Djarmode=tools -jar target/orglife.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin orglife \
    && install -d -o orglife -g orglife -m 0700 /var/lib/orglife/files
WORKDIR /opt/orglife
# What changes seldom comes first, so that an update transfers little.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001
VOLUME /var/lib/orglife/files
ENV ORGLIFE_FILES=/var/lib/orglife/files \
    TZ=Asia/Shanghai \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true"
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-jar", "orglife.jar"]
